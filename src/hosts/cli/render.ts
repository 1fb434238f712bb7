/** A report as the arguments want it, and the exit code it means. */
import type { Report } from '../../core/report.ts'
import type { Outcome } from '../../cache/result-memo.ts'
import { createColors } from '../../reporters/colors.ts'
import { formatJson, formatReferencesJson } from '../../reporters/json.ts'
import { formatReferencesText, formatText, type TextOptions } from '../../reporters/text.ts'
import type { Arguments } from './arguments.ts'
import type { CheckRun } from './check-run.ts'
import { pathShower } from './given-paths.ts'

/** Renders a run. */
export function render({ command, flags }: Arguments, run: CheckRun, colors: boolean): Outcome {
  const { report } = run
  const references = command === 'references'
  const exitCode = exitCodeOf(report, flags['max-warnings'])
  if (flags.format === 'json') return { output: references ? formatReferencesJson(report) : formatJson(report), exitCode }
  const options: TextOptions = {
    colors: createColors(colors), show: pathShower(run.base, run.checkout.root), lineOf: lineReader(run), explain: flags.explain === true,
  }
  return { output: references ? formatReferencesText(report, options) : formatText(report, options), exitCode }
}

/** 1 for findings at `error`, or for more warnings than allowed. */
function exitCodeOf(report: Report, maxWarnings: string | undefined): number {
  const warnings = report.findings.filter(finding => finding.severity === 'warn').length
  return warnings < report.findings.length || warnings > Number(maxWarnings ?? Infinity) ? 1 : 0
}

function lineReader({ source }: CheckRun): (path: string, line: number) => string | undefined {
  let last: { readonly path: string; readonly lines: readonly string[] } | undefined
  return (path, line) => {
    if (last?.path !== path) last = { path, lines: (source.read(path)?.toString('utf8') ?? '').replace(/^\ufeff/, '').split(/\r\n|\n|\r/) }
    return last.lines[line - 1]
  }
}
