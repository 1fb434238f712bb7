import path from 'node:path'
import { executableConfig, memoSlot, type MemoSlot } from '../../cache/result-memo.ts'
import { cacheSwitch } from '../../git/cache-directory.ts'
import type { loadConfig } from '../../config/load.ts'
import { findCheckout } from '../../git/checkout.ts'
import { isEvidence } from '../../reporters/formats.ts'
import type { Arguments } from './arguments.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Where this run's result is remembered; `undefined` when it must not be.
 * @param load loads a configuration that is a program: what it says is known only when it has run
 */
export async function findSlot(
  { command, paths, flags, targets }: Arguments, surroundings: Surroundings, load: typeof loadConfig,
): Promise<MemoSlot | undefined> {
  // Who asks for fixes wants files to be written, not to hear what became of them the last time.
  if (flags.fix === true) return undefined
  // Evidence says how the whole checkout lies to its commit, which no result hangs on otherwise.
  if (targets.some(({ format }) => isEvidence(format))) return undefined
  // What a hosting service says is another thing tomorrow.
  if (command === 'sync' || command === 'freeze' || command === 'baseline' || flags.online === true) return undefined
  // What changed since a commit can be any file; a hook's temporary index comes and goes.
  if (!cacheSwitch.enabled || flags.since !== undefined || (process.env['GIT_INDEX_FILE'] ?? '') !== '') return undefined
  const base = path.resolve(flags.root ?? '.')
  let checkout: ReturnType<typeof findCheckout>
  try {
    checkout = findCheckout(base)
  } catch {
    return undefined
  }
  if (checkout === undefined) return undefined
  let config: string | undefined
  if (executableConfig(checkout.root, flags.config)) {
    const loaded = await load(checkout.root, flags.config)
    // What rules of the configuration find hangs on code, and on whatever that reads.
    if (loaded.bringsRules) return undefined
    config = loaded.digest
  }
  // Some claims age: what was true yesterday is asked again today.
  const day = Math.floor(Date.now() / 86_400_000)
  // Where a text goes is nothing to it, but whether it goes to a terminal is.
  const formats = targets.map(({ format, file }) => [format, file === undefined])
  return memoSlot(checkout, { command, paths, flags, formats, base, surroundings, config, day })
}
