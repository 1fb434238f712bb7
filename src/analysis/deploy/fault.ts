/** What a deploy script does wrong, whatever it is written in. */
import type { CommandVerdict } from './commands.ts'

/** Offsets are 0-based into the script, `end` exclusive. */
export interface DeployFault {
  /** `command`: another one; `dangerous`: of the same tool, but destructive; `swallowed`: the failure of `shown` is lost. */
  readonly kind: 'command' | 'dangerous' | 'data' | 'network' | 'swallowed' | 'unknown'
  readonly shown: string
  /** How a failure is lost. */
  readonly how?: string
  readonly start: number
  readonly end: number
}

/** The fault that a command is; `undefined` for what may run. */
export function dealsWith(verdict: CommandVerdict, shown: string): Pick<DeployFault, 'kind' | 'shown'> | undefined {
  if (verdict === 'allowed' || verdict === 'harmless') return undefined
  return { kind: verdict === 'other' ? 'command' : verdict, shown }
}
