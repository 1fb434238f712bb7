/** A report as the arguments want it, and the exit code it means. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Outcome } from '../../cache/result-memo.ts'
import { parseRepositoryAddress } from '../../core/hosting.ts'
import { pageUrl, ruleUrl, SUPPRESSION_DESCRIPTION, SUPPRESSION_RULE } from '../../core/judge-directives.ts'
import type { Report } from '../../core/report.ts'
import { readRemotes, type Checkout } from '../../git/checkout.ts'
import { createColors } from '../../reporters/colors.ts'
import type { FormatName } from '../../reporters/formats.ts'
import { formatGithub } from '../../reporters/github.ts'
import { createLink } from '../../reporters/hyperlinks.ts'
import { formatJson, formatReferencesJson } from '../../reporters/json.ts'
import { formatJunit } from '../../reporters/junit.ts'
import { formatSarif, type DescribedRule } from '../../reporters/sarif.ts'
import { formatStepSummary } from '../../reporters/step-summary.ts'
import { formatReferencesText, formatText, type TextOptions } from '../../reporters/text.ts'
import { codeRules, docRules } from '../../../rules/index.ts'
import type { Arguments } from './arguments.ts'
import type { CheckRun } from './check-run.ts'
import { pathShower } from './given-paths.ts'
import type { Surroundings } from './surroundings.ts'
import type { Target } from './targets.ts'

/** What every reporter is given. */
interface Rendering {
  readonly args: Arguments
  readonly run: CheckRun
  readonly surroundings: Surroundings
  readonly textOf: (path: string) => string | undefined
}

type Reporter = (report: Report, rendering: Rendering, target: Target) => string

const REPORTERS: Readonly<Record<FormatName, Reporter>> = {
  text: (report, rendering, target) => {
    const options = textOptions(rendering, target)
    return rendering.args.command === 'references' ? formatReferencesText(report, options) : formatText(report, options)
  },
  json: (report, { args }) => (args.command === 'references' ? formatReferencesJson(report) : formatJson(report)),
  sarif: (report, { run: { checkout, ownRules }, textOf }) => formatSarif(report, {
    rules: describedRules(ownRules), rootUri: pathToFileURL(checkout.root + path.sep).href, repositoryUrl: homeOf(checkout), textOf,
  }),
  github: report => formatGithub(report),
  junit: report => formatJunit(report),
}

/** Renders a run in every format that was asked for. */
export function render(args: Arguments, run: CheckRun, surroundings: Surroundings): Outcome {
  const { report } = run
  const rendering: Rendering = { args, run, surroundings, textOf: textReader(run) }
  return {
    outputs: args.targets.map(target => REPORTERS[target.format](report, rendering, target)),
    ...(args.targets.some(({ format }) => format === 'github') ? { stepSummary: formatStepSummary(report, surroundings.repositoryUrl) } : {}),
    exitCode: exitCodeOf(report, args.flags['max-warnings']),
  }
}

/** 1 for findings at `error`, or for more warnings than allowed. */
function exitCodeOf(report: Report, maxWarnings: string | undefined): number {
  const warnings = report.findings.filter(finding => finding.severity === 'warn').length
  return warnings < report.findings.length || warnings > Number(maxWarnings ?? Infinity) ? 1 : 0
}

function textOptions({ args, run, surroundings, textOf }: Rendering, { file }: Target): TextOptions {
  const { root } = run.checkout
  return {
    // What is written to a file is for no terminal.
    colors: createColors(file === undefined && surroundings.colors), link: createLink(file === undefined && surroundings.hyperlinks),
    addressOf: shown => (run.source.kind === 'commit' ? undefined : pathToFileURL(path.join(root, shown)).href),
    show: pathShower(run.base, root), lineOf: lineReader(textOf), explain: args.flags.explain === true,
  }
}

function textReader({ source }: CheckRun): (path: string) => string | undefined {
  return file => source.read(file)?.toString('utf8').replace(/^\ufeff/, '')
}

function lineReader(textOf: (path: string) => string | undefined): (path: string, line: number) => string | undefined {
  let last: { readonly path: string; readonly lines: readonly string[] } | undefined
  return (file, line) => {
    if (last?.path !== file) last = { path: file, lines: (textOf(file) ?? '').split(/\r\n|\n|\r/) }
    return last.lines[line - 1]
  }
}

function describedRules(own: CheckRun['ownRules']): readonly DescribedRule[] {
  const rules = [...docRules, ...codeRules, ...own].map(({ id, meta }) => ({
    id, description: meta.description, recommended: meta.recommended, url: pageUrl({ id, meta }),
  }))
  return [...rules, { id: SUPPRESSION_RULE, description: SUPPRESSION_DESCRIPTION, recommended: true, url: ruleUrl(SUPPRESSION_RULE) }]
}

/** Where the remote that a clone comes from can be seen: made anew from its parts, because a remote's URL may hold a password. */
function homeOf(checkout: Checkout): string | undefined {
  const remotes = readRemotes(checkout)
  const url = remotes.get('origin') ?? [...remotes.values()][0]
  const address = url === undefined ? undefined : parseRepositoryAddress(url)
  return address === undefined ? undefined : `https://${address.host}/${address.owner}/${address.name}`
}
