/**
 * How many entries at the front of a list pass a test that none behind them passes; found by halving.
 * @returns the index of the first entry that fails, or the length
 */
export function leadingCount<T>(ordered: readonly T[], passes: (entry: T) => boolean): number {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(ordered[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}

/** The last of some entries, in the order in which they start, that starts at or before an offset. */
export function lastStartingBy<T extends { readonly start: number }>(ordered: readonly T[], offset: number): T | undefined {
  return ordered[leadingCount(ordered, entry => entry.start <= offset) - 1]
}
