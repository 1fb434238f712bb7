/** A run whose result nobody remembers. */
import { MemoRecorder } from '../../cache/memo-recorder.ts'
import type { MemoSlot, Outcome } from '../../cache/result-memo.ts'
import type { ContentSource } from '../../core/source.ts'
import type { Patience } from '../../lookups/patience.ts'
import type { Arguments } from './arguments.ts'
import { writeBaseline } from './baseline.ts'
import { runCheck } from './check-run.ts'
import { fix } from './fix.ts'
import { freeze } from './freeze.ts'
import { render, wantsClaims } from './render.ts'
import type { Surroundings } from './surroundings.ts'
import { sync } from './sync.ts'

export { loadConfig } from '../../config/load.ts'
export { explainRule } from './explain.ts'
export { init } from './init.ts'

/** An outcome, and what goes wrong beside it: sentences for stderr. */
export interface RunOutcome extends Outcome {
  readonly problems?: readonly string[]
}

/**
 * Checks, renders, and remembers the outcome in its slot; or writes a file of ours, for `sync`, `freeze` and `baseline`, or fixes documents.
 * @param slot where to remember it; `undefined` for a run that must not be
 * @param started when this process began to look, in milliseconds since 1970
 * @param patience with hosting services
 */
export async function run(
  args: Arguments, surroundings: Surroundings, slot: MemoSlot | undefined, started = performance.timeOrigin, patience?: Patience,
): Promise<RunOutcome> {
  if (args.command === 'freeze') return { outputs: [await freeze(args)], exitCode: 0 }
  if (args.command === 'sync') return { outputs: [await sync(args, patience)], exitCode: 0 }
  if (args.command === 'baseline') return writeBaseline(args, patience)
  if (args.flags.fix === true) return fix(args, surroundings, patience)
  const recorder = slot === undefined ? undefined : new MemoRecorder(started)
  const watch = recorder === undefined ? undefined : (source: ContentSource): ContentSource => recorder.watch(source)
  const outcome = await render(args, await runCheck(args, wantsClaims(args), watch, patience), surroundings)
  if (slot !== undefined) recorder?.save(slot, outcome, args.flags.config)
  return outcome
}
