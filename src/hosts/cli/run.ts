/** A run whose result nobody remembers. */
import { MemoRecorder } from '../../cache/memo-recorder.ts'
import type { MemoSlot, Outcome } from '../../cache/result-memo.ts'
import type { Arguments } from './arguments.ts'
import { runCheck } from './check-run.ts'
import { render } from './render.ts'

/**
 * Checks, renders, and remembers the outcome in its slot.
 * @param colors whether to style text
 * @param slot where to remember it; `undefined` for a run that must not be
 * @param started when this process began to look, in milliseconds since 1970
 */
export async function run(args: Arguments, colors: boolean, slot: MemoSlot | undefined, started = performance.timeOrigin): Promise<Outcome> {
  const recorder = slot === undefined ? undefined : new MemoRecorder(started)
  const outcome = render(args, await runCheck(args, args.command === 'references', recorder === undefined ? undefined : source => recorder.watch(source)), colors)
  if (slot !== undefined) recorder?.save(slot, outcome, args.flags.config)
  return outcome
}
