import { distance } from 'fastest-levenshtein'

/** The names nearest to one that is missing. */
export interface NearNames {
  /** Close enough to be meant: one slip in four letters. The nearest first. */
  readonly close: readonly string[]
  /** The best name for a receipt; also one that shares most of its parts ("build-types-check" for "check-dist-types"). */
  readonly best: string | undefined
}

/** Finds near names. At most 5,000 candidates are looked at. */
export function nearNames(name: string, candidates: Iterable<string>): NearNames {
  const limit = Math.min(3, Math.max(1, Math.floor(name.length / 4)))
  const close: { readonly candidate: string; readonly far: number }[] = []
  let best: string | undefined
  let bestScore = 0
  let seen = 0
  const parts = partsOf(name)
  for (const candidate of candidates) {
    if (candidate === name || ++seen > 5000 || candidate.length > 200) continue
    const far = Math.abs(candidate.length - name.length) > limit ? Infinity : distance(name.toLowerCase(), candidate.toLowerCase())
    if (far <= limit) close.push({ candidate, far })
    const others = partsOf(candidate)
    const score = parts.filter(part => others.includes(part)).length / Math.max(parts.length, others.length)
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  close.sort((a, b) => a.far - b.far)
  return { close: close.map(one => one.candidate), best: close[0]?.candidate ?? (bestScore >= 0.5 ? best : undefined) }
}

function partsOf(name: string): readonly string[] {
  return name.toLowerCase().split(/[:\-_./]+/).filter(part => part !== '')
}
