/** `doc-lockdown baseline`: today's findings written down, so that only new ones fail. The file only ever shrinks, but on request. */
import path from 'node:path'
import { BASELINE_FILE, entryOf, formatBaseline, type BaselineEntry } from '../../baseline/baseline.ts'
import type { Outcome } from '../../cache/result-memo.ts'
import type { Patience } from '../../lookups/patience.ts'
import type { FixedFile } from '../fix-passes.ts'
import type { Arguments } from './arguments.ts'
import { runCheck, type CheckRun } from './check-run.ts'
import { writeOutput } from './output.ts'

/**
 * Writes the baseline. Where there is none it takes in every finding. Afterwards it drops what is gone and keeps the rest; new
 * findings are left out, and the exit code is 1 then, unless `--add` takes them in. With paths all this is about these files only.
 * @returns the line to print, or the diff of `--dry-run`
 * @throws UserError for a baseline that can't be read or written
 */
export async function writeBaseline(args: Arguments, patience?: Patience): Promise<Outcome> {
  const run = await runCheck(args, false, undefined, patience)
  const { baseline, settlement, checkout } = run
  const takesNew = baseline.text === undefined || args.flags.add === true
  const added = takesNew ? settlement.fresh.map(entryOf) : []
  const entries = [...settlement.kept, ...added]
  const refused = takesNew ? 0 : settlement.fresh.length
  const exitCode = refused > 0 ? 1 : 0
  if (baseline.text === undefined && entries.length === 0) return { outputs: [`There is no finding: no ${BASELINE_FILE} is needed.\n`], exitCode }
  const text = formatBaseline(entries)
  if (args.flags['dry-run'] === true) {
    const { unifiedDiff } = await import('./unified-diff.ts')
    return { outputs: [text === baseline.text ? '' : unifiedDiff([fileOf(run, text)])], exitCode }
  }
  if (text !== baseline.text) writeOutput(path.join(checkout.root, BASELINE_FILE), text, 'Make the folder writable and run "doc-lockdown baseline" again.')
  return { outputs: [`${summary(run, entries, added.length)}${refusal(refused)}\n`], exitCode }
}

/** What `--fix` makes of the baseline when findings that it knows are gone; `undefined` when it stays as it is. */
export function shrunkBaseline(run: CheckRun): FixedFile | undefined {
  const { baseline, settlement } = run
  if (baseline.text === undefined || settlement.stale.length === 0) return undefined
  return fileOf(run, formatBaseline(settlement.kept))
}

function fileOf({ source }: CheckRun, text: string): FixedFile {
  const before = source.files.has(BASELINE_FILE) ? source.read(BASELINE_FILE) : undefined
  return { path: BASELINE_FILE, before: before ?? Buffer.alloc(0), after: Buffer.from(text), findings: 0 }
}

function summary({ baseline, settlement: { stale, moved } }: CheckRun, entries: readonly BaselineEntry[], added: number): string {
  const held = plural(entries.length, 'finding')
  const changes = [[added, 'added'], [stale.length, 'dropped'], [moved, 'moved']] as const
  const told = changes.filter(([count]) => count > 0).map(([count, what]) => `${String(count)} ${what}`)
  if (baseline.text === undefined) return `${BASELINE_FILE}: ${held}.`
  return told.length === 0 ? `${BASELINE_FILE} is up to date: ${held}.` : `${BASELINE_FILE}: ${told.join(', ')}; ${held} left.`
}

function refusal(count: number): string {
  if (count === 0) return ''
  return ` ${count === 1 ? '1 new finding is' : `${String(count)} new findings are`} not in it: see "doc-lockdown check", and fix ${count === 1 ? 'it' : 'them'} or take ${count === 1 ? 'it' : 'them'} in with --add.`
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`
}
