/** Statuses as legends define them and cells use them: `**Pending**`, `✅ Done`, `Dev-only (do not promote)`. */

/** One status that a document may use. */
export interface StatusEntry {
  /** As written in the legend, mark-up gone. */
  readonly name: string
  /** Lower-case words, one blank between them: what cells are compared by. */
  readonly keys: readonly string[]
  /** The emoji that stands for it; '' without one. */
  readonly emoji: string
  /** What the legend says it means; '' without words. */
  readonly meaning: string
  /** 0-based UTF-16 offsets of the entry in the document; both 0 for one that an option gives. */
  readonly start: number
  readonly end: number
}

const EMOJI = /\p{Extended_Pictographic}/u

/** Words in lower case, everything but letters and digits turned into one blank. */
export function statusKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** The first emoji of a text; '' without one. */
export function emojiOf(text: string): string {
  return EMOJI.exec(text)?.[0] ?? ''
}

/** The entry that a cell uses: by its words (more may follow: `Pending (E2E)`), or by its emoji. */
export function matchStatus(text: string, entries: readonly StatusEntry[]): StatusEntry | undefined {
  const key = statusKey(text)
  let best: StatusEntry | undefined
  let length = 0
  for (const entry of entries) {
    for (const known of entry.keys) {
      if (known.length > length && (key === known || key.startsWith(`${known} `))) {
        best = entry
        length = known.length
      }
    }
  }
  const emoji = emojiOf(text)
  return best ?? (emoji === '' ? undefined : entries.find(entry => entry.emoji === emoji))
}

/** States beside the way from the first to the last: no order leads through them. */
const BESIDE = /\b(?:block(?:ed|er)|defer(?:red)?|on hold|hold|paused|stalled|cancell?ed|rejected|won t (?:fix|do)|wontfix|n a|not applicable|deprecated|superseded|skipped|dropped|abandoned|obsolete|partial(?:ly)?|at risk|failed|unknown|optional|duplicate|reverted|rolled back|reopened)\b/
/** What a legend says of a state that nothing may leave. */
const NEVER = /\b(?:never|must not|may not|do not|don['’]t|not to be|no[nt][- ]promot\w*)\b/i

/** Whether a record in this status stays where it is for good. */
export function isNever(entry: StatusEntry): boolean {
  return NEVER.test(entry.meaning)
}

/** The states that a record goes through one after another, in the legend's order. */
export function pipelineOf(entries: readonly StatusEntry[]): readonly StatusEntry[] {
  return entries.filter(entry => !isNever(entry) && !entry.keys.some(key => BESIDE.test(key)))
}
