/** What is wrong with a claim that the document alone can refute. */
import type { Broken } from '../core/verdict.ts'

/** A `broken` verdict without its status. Plain JSON, so that it can be cached with the extraction. */
export type Fault = Omit<Broken, 'status' | 'fix'>

/** A claim with the fault that the document itself shows, if there is one. Offsets are 0-based UTF-16 units, `end` exclusive. */
export interface JudgedClaim {
  readonly start: number
  readonly end: number
  readonly fault: Fault | null
}
