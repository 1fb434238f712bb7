#!/usr/bin/env node
/** The command's entry: small, so that a run in which nothing changed loads little more than this. */
import { fileURLToPath } from 'node:url'
import { loadCompiled } from '../../cache/code-cache.ts'
import { recall } from '../../cache/result-memo.ts'
import { tool } from '../../core/tool.ts'
import { cacheSwitch } from '../../git/cache-directory.ts'
import { readArguments, type Arguments } from './arguments.ts'
import { helpText } from './flags.ts'
import { appendStepSummary, print, writeTargets } from './output.ts'
import type { RunOutcome } from './run.ts'
import { findSlot } from './slot.ts'
import { lookAround } from './surroundings.ts'

async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2))
  const { command, flags } = args
  if (flags.help === true) {
    print(helpText())
    return 0
  }
  if (flags.version === true) {
    print(`${tool.version}\n`)
    return 0
  }
  if (command === 'explain') {
    print(await loadRun(args).explainRule(args.paths, flags))
    return 0
  }
  if (command === 'init') {
    const { output, account } = await loadRun(args).init(flags)
    print(output)
    process.stderr.write(account)
    return 0
  }
  if (flags.cache === false) cacheSwitch.enabled = false
  const surroundings = await lookAround(process.stdout.isTTY, process.env)
  const slot = await findSlot(args, surroundings, (root, file) => loadRun(args).loadConfig(root, file))
  let outcome: RunOutcome | undefined = slot === undefined ? undefined : await recall(slot)
  if (outcome === undefined) {
    const { run } = loadRun(args)
    outcome = await run(args, surroundings, slot)
  }
  writeTargets(args.targets, outcome.outputs)
  if (outcome.stepSummary !== undefined) appendStepSummary(outcome.stepSummary, process.env['GITHUB_STEP_SUMMARY'])
  for (const problem of outcome.problems ?? []) process.stderr.write(`doc-lockdown: ${problem}\n`)
  return outcome.exitCode
}

let loaded: typeof import('./run.ts') | undefined

/** Everything that knows the rules, in one bundled file: a run with an unknown result needs it. */
function loadRun({ command, flags }: Arguments): typeof import('./run.ts') {
  const file = fileURLToPath(new URL('./cli/run.cjs', import.meta.url))
  return (loaded ??= loadCompiled(file, `${command} ${flags.staged === true ? 'staged' : ''}`) as typeof import('./run.ts'))
}

main().then((exitCode) => {
  process.exitCode = exitCode
}, (error: unknown) => {
  process.exitCode = 2
  // By its name: what is loaded later is bundled apart, with classes of its own.
  if (error instanceof Error && error.name === 'UserError') process.stderr.write(`doc-lockdown: ${error.message}\n`)
  else process.stderr.write(`doc-lockdown: this is a bug in doc-lockdown, please report it.\n${error instanceof Error ? error.stack ?? error.message : String(error)}\n`)
})
