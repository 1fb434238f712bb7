/** A way around a guard, as all readers of code and configuration give it. */
import type { Confidence } from '../../core/verdict.ts'

/** Offsets are 0-based UTF-16 units of the file, `end` exclusive. */
export interface Bypass {
  readonly start: number
  readonly end: number
  /** Which sentence says it. */
  readonly messageId: 'flag' | 'parameter' | 'enables' | 'swallowed' | 'continues' | 'hooks' | 'admin' | 'skipCi' | 'passed' | 'disabled'
  readonly data: Readonly<Record<string, string>>
  readonly confidence: Confidence
  /** Where the guard or mutation stands that `data` names: the message says its line. */
  readonly concernedAt?: number
  readonly evidence?: string
}

/** The same in the coordinates of the file around a text. */
export function movedTo(bypass: Bypass, toFile: (offset: number) => number): Bypass {
  const { start, end, concernedAt } = bypass
  return { ...bypass, start: toFile(start), end: toFile(end), ...(concernedAt === undefined ? {} : { concernedAt: toFile(concernedAt) }) }
}
