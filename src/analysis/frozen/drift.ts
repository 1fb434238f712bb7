/** The difference between what is frozen and what a document has now. */
import { numberingOf } from '../outline/numbering.ts'
import { statusKey } from '../records/status.ts'
import { PIN_KINDS, type Pin, type PinKind } from './pins.ts'

/** What the lock file has of one document: texts by kind, in document order. */
export type FrozenDocument = Readonly<Partial<Record<PinKind, readonly string[]>>>

export interface Drift {
  readonly how: 'removed' | 'reworded' | 'added'
  readonly kind: PinKind
  /** The frozen text; of an addition the new one. */
  readonly text: string
  /** The wording that took its place; '' for what is removed or added. */
  readonly now: string
  /** What stood before it and still does; '' for the first. */
  readonly behind: string
  /** 0-based UTF-16 offsets of the new wording, or of what it stood behind; both 0 for the document's first line. */
  readonly start: number
  readonly end: number
}

/**
 * Compares. What a document adds takes nothing back and is silent until it is frozen too; but a contract that allows more
 * than was agreed is weaker, so additions to what it allows count.
 */
export function driftOf(frozen: FrozenDocument, pins: readonly Pin[]): readonly Drift[] {
  const drifts: Drift[] = []
  for (const kind of PIN_KINDS) {
    const texts = frozen[kind] ?? []
    const now = pins.filter(pin => pin.kind === kind)
    const byText = new Map(now.map(pin => [pin.text, pin]))
    const fresh = new Set(now.filter(pin => !texts.includes(pin.text)))
    let anchor: Pin | undefined
    for (const text of texts) {
      const same = byText.get(text)
      if (same !== undefined) {
        anchor = same
        continue
      }
      const heir = heirOf(text, fresh)
      if (heir === undefined) drifts.push({ how: 'removed', kind, text, now: '', behind: anchor?.text ?? '', start: anchor?.start ?? 0, end: anchor?.end ?? 0 })
      else {
        fresh.delete(heir)
        anchor = heir
        drifts.push({ how: 'reworded', kind, text, now: heir.text, behind: '', start: heir.start, end: heir.end })
      }
    }
    if (kind !== 'contract' || texts.length === 0) continue
    for (const { text, start, end } of fresh) if (text.startsWith('allowed ')) drifts.push({ how: 'added', kind, text, now: '', behind: '', start, end })
  }
  return drifts
}

/** The new text that took the place of a frozen one: the same number, the same name, or mostly the same words. */
function heirOf(text: string, fresh: ReadonlySet<Pin>): Pin | undefined {
  const identity = identityOf(text)
  let best: Pin | undefined
  let score = 0.5
  for (const pin of fresh) {
    if (identityOf(pin.text) === identity) return pin
    const shared = likeness(text, pin.text)
    if (shared > score) {
      best = pin
      score = shared
    }
  }
  return best
}

function identityOf(text: string): string {
  const numbering = numberingOf(text)
  if (numbering !== undefined) return `${numbering.word} ${numbering.written}`
  const colon = text.indexOf(': ')
  return statusKey(/^(?:allowed script|deprecated script|forbidden): /.test(text) || colon < 0 ? text : text.slice(0, colon))
}

/** The part of the words that two texts share, 0 to 1. */
function likeness(a: string, b: string): number {
  const left = new Set(statusKey(a).split(' '))
  const right = new Set(statusKey(b).split(' '))
  let shared = 0
  for (const word of left) if (right.has(word)) shared++
  return shared / Math.max(left.size, right.size)
}
