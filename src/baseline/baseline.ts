/**
 * The baseline: findings that were there when a repository took doc-lockdown up, committed so that only new ones fail. Pure: text
 * in, entries out, and the other way round.
 *
 * An entry is what was found where, by content: document, rule and the words that make the claim. No line, no count, no
 * message: text may move and messages may be put better. Equal findings of one document have an entry each.
 */
import { addTo } from '../core/multimap.ts'
import { isRecord } from '../core/record.ts'
import { defineFact, type Repository } from '../core/repository.ts'
import type { ContentSource } from '../core/source.ts'
import { tool } from '../core/tool.ts'
import { UserError } from '../core/user-error.ts'

/** Where it lies: in the root. */
export const BASELINE_FILE = `${tool.name}.baseline.json`

const VERSION = 1

/** One finding that is known. */
export interface BaselineEntry {
  /** The document or file of code, from the root. */
  readonly path: string
  readonly rule: string
  /** The words that make the claim, every white space a single blank. */
  readonly subject: string
}

export interface Baseline {
  readonly entries: readonly BaselineEntry[]
  /** The file's text as it was read; `undefined` where there is none. */
  readonly text: string | undefined
}

/** That of a repository without one. */
export const NO_BASELINE: Baseline = { entries: [], text: undefined }

/** An entry for a finding: white space is none of its words, a paragraph may be wrapped anew. */
export function entryOf({ path, rule, subject }: BaselineEntry): BaselineEntry {
  return { path, rule, subject: subject.trim().split(/\s+/).join(' ') }
}

/** The baseline of a repository, or the sentence that says why it can't be read. */
const baselineFact = defineFact<Baseline | { readonly mistake: string }>('baseline', ({ source }) => {
  try {
    return readBaseline(source)
  } catch (error) {
    if (error instanceof UserError) return { mistake: error.message }
    throw error
  }
})

/**
 * The baseline of a repository's content, read once; without a file it is empty.
 * @throws UserError as `parseBaseline` does
 */
export function baselineOf(repository: Repository): Baseline {
  const found = repository.get(baselineFact)
  if ('mistake' in found) throw new UserError(found.mistake)
  return found
}

function readBaseline(source: ContentSource): Baseline {
  const bytes = source.files.has(BASELINE_FILE) ? source.read(BASELINE_FILE) : undefined
  if (bytes === undefined) return NO_BASELINE
  const text = bytes.toString('utf8').replace(/^\ufeff/, '')
  return { entries: parseBaseline(text), text }
}

/**
 * Reads the text of a baseline.
 * @throws UserError with a remedy for anything but a whole baseline of this version
 */
export function parseBaseline(text: string): readonly BaselineEntry[] {
  const remedy = 'Restore it from git, then run "doc-lockdown baseline".'
  if (/^(?:<{7}|>{7}|={7}|\|{7})(?: |\r?$)/m.test(text)) {
    throw new UserError(`${BASELINE_FILE} holds the marks of a merge conflict. Keep the lines of both sides, then run "doc-lockdown baseline".`)
  }
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new UserError(`${BASELINE_FILE} is not valid JSON. ${remedy}`)
  }
  if (!isRecord(content) || content['version'] === undefined) throw new UserError(`${BASELINE_FILE} is no baseline: it has no version. ${remedy}`)
  const { version, findings } = content
  if (version !== VERSION) {
    throw new UserError(`${BASELINE_FILE} has version ${JSON.stringify(version)}, and this doc-lockdown reads version ${String(VERSION)}. Update doc-lockdown, or restore the file from git.`)
  }
  const wrong = (...place: readonly string[]): UserError => (
    new UserError(`${BASELINE_FILE} has something at ${place.map(step => JSON.stringify(step)).join(' → ')} that "baseline" never writes. ${remedy}`)
  )
  if (!isRecord(findings)) throw wrong('findings')
  return Object.entries(findings).flatMap(([path, rules]) => {
    if (!isRecord(rules)) throw wrong('findings', path)
    return Object.entries(rules).flatMap(([rule, subjects]) => {
      if (!Array.isArray(subjects) || !subjects.every(subject => typeof subject === 'string')) throw wrong('findings', path, rule)
      return subjects.map(subject => ({ path, rule, subject }))
    })
  })
}

/** The text of a baseline: the same entries give the same bytes, one line for each. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  // Maps, because a path may be called like something that every object has.
  const byPath = new Map<string, Map<string, string[]>>()
  for (const { path, rule, subject } of [...entries].sort(byContent)) {
    const rules = byPath.get(path) ?? new Map<string, string[]>()
    byPath.set(path, rules)
    addTo(rules, rule, subject)
  }
  const findings = Object.fromEntries([...byPath].map(([path, rules]) => [path, Object.fromEntries(rules)]))
  return `${JSON.stringify({ version: VERSION, findings }, null, 2)}\n`
}

function byContent(a: BaselineEntry, b: BaselineEntry): number {
  return compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.subject, b.subject)
}

/** By code units, which is the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
