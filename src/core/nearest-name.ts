import { distance } from 'fastest-levenshtein'

/** The known name that was probably meant, or `undefined` when none is near (at most a third of the letters differ). */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestScore = Infinity
  for (const candidate of known) {
    const limit = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3))
    if (Math.abs(candidate.length - name.length) > limit) continue
    const score = distance(name, candidate)
    if (score <= limit && score < bestScore) {
      best = candidate
      bestScore = score
    }
  }
  return best
}
