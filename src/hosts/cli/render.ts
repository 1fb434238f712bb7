/** A report as the arguments want it, and the exit code it means. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Outcome } from '../../cache/result-memo.ts'
import { parseRepositoryAddress } from '../../core/hosting.ts'
import { pageUrl, ruleUrl, SUPPRESSION_DESCRIPTION, SUPPRESSION_RULE } from '../../core/judge-directives.ts'
import type { Report } from '../../core/report.ts'
import { readRemotes, type Checkout } from '../../git/checkout.ts'
import { commitIdentity, filesThatDiffer } from '../../git/commit-identity.ts'
import { createColors } from '../../reporters/colors.ts'
import { isEvidence, type FormatName } from '../../reporters/formats.ts'
import { formatGithub } from '../../reporters/github.ts'
import type { EvidenceSubject } from '../../reporters/html/subject.ts'
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

type Reporter = (report: Report, rendering: Rendering, target: Target) => string | Promise<string>

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
  html: async (report, { args, run, textOf }) => {
    // What renders Markdown is for this format only: no other run reads it.
    const { formatEvidence } = await import('../../reporters/html/evidence-page.ts')
    return formatEvidence(report, { ...describeState(run, args.targets), scope: scopeOf(args), textOf })
  },
}

/** Renders a run in every format that was asked for. */
export async function render(args: Arguments, run: CheckRun, surroundings: Surroundings): Promise<Outcome> {
  const { report } = run
  const rendering: Rendering = { args, run, surroundings, textOf: textReader(run) }
  return {
    outputs: await Promise.all(args.targets.map(async target => REPORTERS[target.format](report, rendering, target))),
    ...(args.targets.some(({ format }) => format === 'github') ? { stepSummary: formatStepSummary(report, surroundings.repositoryUrl) } : {}),
    exitCode: exitCodeOf(report, args.flags['max-warnings']),
  }
}

/** Whether any of what is asked for shows every claim. */
export function wantsClaims({ command, targets }: Arguments): boolean {
  return command === 'references' || targets.some(({ format }) => isEvidence(format))
}

/** The state of the checkout that a run has judged. What an earlier run has written where this one writes is no change of it. */
function describeState({ checkout, source }: CheckRun, targets: readonly Target[]): Omit<EvidenceSubject, 'scope' | 'textOf'> {
  const written = new Set(targets.flatMap(({ file }) => (file === undefined ? [] : [path.resolve(file)])))
  const address = addressOf(checkout)
  const identity = source.head === undefined ? undefined : commitIdentity(checkout.root, source.head)
  const differing = source.kind === 'commit' || source.head === undefined ? undefined : filesThatDiffer(checkout.root, source.kind)
  return {
    name: address === undefined ? path.basename(checkout.root) : `${address.owner}/${address.name}`,
    home: homeOf(checkout), tree: identity?.tree, date: identity?.date,
    changes: source.kind === 'commit' ? 0 : differing?.filter(file => !written.has(path.join(checkout.root, file))).length,
  }
}

/** What a run was limited to, for readers who did not start it; `undefined` for everything. */
function scopeOf({ paths, flags }: Arguments): string | undefined {
  const said = [
    paths.length > 0 ? `only ${paths.join(', ')}` : '',
    flags.since === undefined ? '' : `only what the changes since ${flags.since} can have broken`,
    flags.staged === true ? 'only what the staged changes can have broken' : '',
    flags.docs === false ? 'code only' : flags.code === false ? 'documents only' : '',
  ].filter(part => part !== '')
  return said.length === 0 ? undefined : said.join('; ')
}

/** 1 for findings at `error`, or for more warnings than allowed. */
export function exitCodeOf(report: Report, maxWarnings: string | undefined): number {
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
  const address = addressOf(checkout)
  return address === undefined ? undefined : `https://${address.host}/${address.owner}/${address.name}`
}

function addressOf(checkout: Checkout): ReturnType<typeof parseRepositoryAddress> {
  const remotes = readRemotes(checkout)
  const url = remotes.get('origin') ?? [...remotes.values()][0]
  return url === undefined ? undefined : parseRepositoryAddress(url)
}
