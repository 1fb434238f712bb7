/** What is wrong with the order of a sequence of numbers. Pure numbers: where they stand, the caller knows. */

/**
 * One mistake, at the index of the number that makes it.
 * - `gap`: the numbers from `expected` to the one before this are missing
 * - `repeat`: it is the number right before, or one that was there before
 * - `wrong`: neighbours show that `expected` belongs here
 * - `order`: it stands before its predecessor
 */
export interface Disorder {
  readonly index: number
  readonly kind: 'gap' | 'repeat' | 'wrong' | 'order'
  /** The number that belongs here (of a gap: the first missing one). */
  readonly expected: number
}

/**
 * Mistakes in a sequence, one for each thing that somebody has to put right.
 * @param numbers in document order; the first is taken as it is
 * @returns `undefined` when the numbers make no sequence at all: all alike, counted down, in steps of ten, mostly jumps
 */
export function disordersIn(numbers: readonly number[]): readonly Disorder[] | undefined {
  const first = numbers[0]
  if (first === undefined || numbers.length < 2) return undefined
  if (numbers.every(number => number === first) || isStride(numbers)) return undefined
  const found: Disorder[] = []
  let last = first
  let run = 1
  const second = numbers[1] ?? 0
  if (second === 2 && first > 1 && numbers[2] === 3) {
    found.push({ index: 0, kind: 'wrong', expected: 1 })
    last = 1
  }
  for (let index = 1; index < numbers.length; index++) {
    const number = numbers[index] ?? 0
    const next = numbers[index + 1]
    const expected = last + 1
    if (number === expected) {
      last = number
      run++
    } else if (next === expected + 1) {
      found.push({ index, kind: number === last ? 'repeat' : 'wrong', expected })
      last = expected
      run++
    } else if (number === expected + 1 && next === expected) {
      found.push({ index, kind: 'order', expected })
      last = number
      index++
    } else if (number <= 1 && (next === number + 1 || run === 1 || (next !== undefined && next <= 1))) {
      // Counts from the start again: another sequence under the same heading.
      last = number
      run = 1
    } else if (number > expected) {
      found.push({ index, kind: 'gap', expected })
      last = number
    } else {
      found.push({ index, kind: 'repeat', expected })
      last = number === last ? number : Math.max(last, number)
    }
  }
  return found.length <= Math.max(1, Math.floor(numbers.length / 5)) ? found : undefined
}

/** 5 4 3, 10 20 30: counted down or in steps, on purpose. */
function isStride(numbers: readonly number[]): boolean {
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0)
  if (step === 1 || step === 0 || numbers.length < 3) return false
  return numbers.every((number, index) => index === 0 || number - (numbers[index - 1] ?? 0) === step)
}
