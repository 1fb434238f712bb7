/** `check --fix`: what can be fixed is fixed, and the report is about what is left. */
import path from 'node:path'
import { BASELINE_FILE } from '../../baseline/baseline.ts'
import type { Outcome } from '../../cache/result-memo.ts'
import type { Patience } from '../../lookups/patience.ts'
import { editedSource } from '../edited-source.ts'
import { fixInPasses, type FixedFile, type FixedFiles } from '../fix-passes.ts'
import type { Arguments } from './arguments.ts'
import { shrunkBaseline } from './baseline.ts'
import { runCheck, type CheckRun } from './check-run.ts'
import { exitCodeOf, render, wantsClaims } from './render.ts'
import { replaceFile } from './replace-file.ts'
import type { Surroundings } from './surroundings.ts'

/** An outcome with sentences for stderr: files that could not be written. */
export interface FixOutcome extends Outcome {
  readonly problems: readonly string[]
}

/** Fixes, writes, judges anew and renders; with `--dry-run` nothing is written and the output is a unified diff. */
export async function fix(args: Arguments, surroundings: Surroundings, patience?: Patience): Promise<FixOutcome> {
  const { files, ...fixed } = await findFixes(args, patience)
  if (args.flags['dry-run'] === true) {
    const { unifiedDiff } = await import('./unified-diff.ts')
    const diff = unifiedDiff(files)
    return { outputs: args.targets.map(() => diff), exitCode: exitCodeOf(fixed.first.report, args.flags['max-warnings']), problems: fixed.notices }
  }
  const { root } = fixed.first.checkout
  const results = files.map(file => ({ file, ...replaceFile(root, file.path, file.before, file.after) }))
  const written = results.filter(({ status }) => status === 'written').map(({ file }) => file)
  const edited = written.filter(file => file.path !== BASELINE_FILE)
  const problems = results.filter(({ status }) => status === 'failed').map(({ message }) => message)
  const refused = results.filter(({ status }) => status === 'refused').map(({ message }) => message)
  const left = written.length === 0 ? fixed.first : await runCheck(args, wantsClaims(args), undefined, patience)
  const notices = [...edited.length === 0 ? [] : [summary(edited)], ...written.length === edited.length ? [] : [`${BASELINE_FILE} holds no more than what is left`], ...fixed.notices, ...refused, ...left.report.notices]
  const outcome = await render(args, { ...left, report: { ...left.report, notices } }, surroundings)
  return { ...outcome, exitCode: problems.length > 0 ? 2 : outcome.exitCode, problems }
}

/** Fixes in memory. What the baseline knows is fixed like everything else, and then leaves it. */
async function findFixes(args: Arguments, patience: Patience | undefined): Promise<FixedFiles<CheckRun>> {
  const choice = args.flags.suggestions === true ? 'all' : 'safe'
  let root = ''
  const fixed = await fixInPasses(async (edited) => {
    // git knows nothing of edits in memory: what they have to do with a change is not asked again.
    const narrowed = args.flags.since !== undefined && edited.size > 0
    const { since, ...flags } = args.flags
    const asked = narrowed
      ? { ...args, paths: [...edited.keys()].map(file => path.join(root, file)), flags }
      : { ...args, flags: since === undefined ? flags : { ...flags, since } }
    const run = await runCheck(asked, wantsClaims(args), source => editedSource(source, edited), patience)
    root = run.checkout.root
    return run
  }, choice)
  const baseline = shrunkBaseline(fixed.last)
  return baseline === undefined ? fixed : { ...fixed, files: [...fixed.files, baseline] }
}

/** "fixed 3 findings in 2 documents". */
function summary(files: readonly FixedFile[]): string {
  const findings = files.reduce((sum, file) => sum + file.findings, 0)
  return `fixed ${String(findings)} finding${findings === 1 ? '' : 's'} in ${String(files.length)} document${files.length === 1 ? '' : 's'}`
}
