/** Ways around in workflows: gates that may fail, gates behind an input that skips them, hooks switched off. */
import type { ParsedCommand } from '../shell/command.ts'
import { readScript } from '../shell/script.ts'
import { readWorkflow, type WorkflowJob, type WorkflowPlace, type WorkflowStep } from '../workflow/workflow.ts'
import { movedTo, type Bypass } from './bypass.ts'
import { gateOf } from './gate.ts'
import { isBypassName, isGuardBypass, isPermissiveName } from './names.ts'
import { bypassesInShell, runsHooks, switchesHooksOff } from './shell.ts'

/** Actions that check. */
const CHECKING_ACTION = /(?:golangci-lint|codeql-action\/analyze|trivy|snyk|super-linter|megalinter|reviewdog|dependency-review|gitleaks|pre-commit\/action|typos|actionlint|hadolint|markdownlint|commitlint|shellcheck|zizmor|action-semantic-pull-request|ossf\/scorecard)/i
/** Jobs that are tried out, by their own word. */
const EXPERIMENT = /experimental|nightly|canary|allowed?[-_ ]?fail|\bnext\b|beta|flaky|unstable|edge|preview|ecosystem|bench|optional|informational|non-?blocking|advisory|report/i
const DEPLOYING = /deploy|release|publish|migrat|promot|\bprod/i
/** `test:production-safety` deploys nothing. */
const CHECKING = /\b(?:tests?|safety|checks?|guards?|lint|audit)\b/i

/** Every way around in a workflow or composite action. Offsets are into the file. */
export function bypassesInWorkflow(text: string): readonly Bypass[] {
  const { jobs, environment } = readWorkflow(text)
  const found: Bypass[] = []
  const read = idsRead(text)
  for (const job of jobs) {
    const gates = job.steps.flatMap(step => gatesOfStep(step).slice(0, 1))
    found.push(...continuing(job, gates[0], `job \`${job.id}\``))
    found.push(...skipping(job.condition, gates[0], isDeploying(`${job.id} ${job.name}`)))
    found.push(...skippedByWords(job.condition, gates[0]), ...regardless(job, jobs))
    const commands = job.steps.flatMap(commandsOf)
    found.push(...environmentOff(job.environment, commands))
    for (const step of job.steps) {
      const [gate] = gatesOfStep(step)
      if (step.id === undefined || !read.has(step.id)) found.push(...continuing(step, gate, `step \`${step.name}\``))
      found.push(...skipping(step.condition, gate, isDeploying(step.name)), ...skippedByWords(step.condition, gate))
      found.push(...environmentOff(step.environment, commandsOf(step)))
      found.push(...inRun(step))
    }
  }
  found.push(...environmentOff(environment, jobs.flatMap(job => job.steps.flatMap(commandsOf))))
  return found.sort((a, b) => a.start - b.start)
}

function isShell({ shell }: WorkflowStep): boolean {
  return shell === undefined || /^(?:bash|sh)\b/.test(shell)
}

function commandsOf({ run }: WorkflowStep): readonly ParsedCommand[] {
  return run === undefined ? [] : readScript(run.text).commands
}

function gatesOfStep(step: WorkflowStep): readonly string[] {
  if (step.uses !== undefined) return CHECKING_ACTION.test(step.uses) ? [step.uses] : []
  return commandsOf(step).flatMap(command => gateOf(command) ?? [])
}

/** Ids of the steps whose end a later step looks at. */
function idsRead(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\bsteps\.([\w-]{1,100})\.(?:outcome|conclusion)\b/g)].map(match => match[1] ?? ''))
}

function* continuing({ name, continueOnError }: WorkflowStep | WorkflowJob, gate: string | undefined, what: string): Iterable<Bypass> {
  if (continueOnError === undefined || gate === undefined || EXPERIMENT.test(name) || EXPERIMENT.test(what)) return
  const flag = /(?:inputs|vars|env)\.([\w-]{1,80})/.exec(continueOnError.text)?.[1]
  const always = /^\s*(?:true|\$\{\{\s*true\s*\}\})\s*$/.test(continueOnError.text)
  if (!always && (flag === undefined || !isBypassName(flag))) return
  yield { start: continueOnError.start, end: continueOnError.end, messageId: 'continues', data: { what: upper(what), gate }, confidence: 'high' }
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function isDeploying(name: string): boolean {
  return DEPLOYING.test(name) && !CHECKING.test(name)
}

const INPUT = /(!\s{0,5}(?:\(\s{0,5})?)?(?:github\.event\.inputs|inputs|vars|env|github\.event\.client_payload)\.([\w-]{1,80})(?:\s{0,5}([!=]=)\s{0,5}('[^']{0,40}'|true|false))?/g

/** `if: inputs.skip_tests != 'true'` on a gate; `if: inputs.force || needs.test.result == 'success'` on a deployment. */
function* skipping(condition: WorkflowPlace | undefined, gate: string | undefined, deploys: boolean): Iterable<Bypass> {
  if (condition === undefined) return
  for (const [, not, name = '', operator, value] of condition.text.matchAll(INPUT)) {
    if (!isBypassName(name)) continue
    const negations = [not !== undefined, operator === '!=', value !== undefined && /^'?(?:false|0|no|)'?$/.test(value)].filter(Boolean).length
    const skips = negations % 2 === 1
    if (skips && gate !== undefined && !deploys) {
      yield { start: condition.start, end: condition.end, messageId: 'flag', data: { name, guard: `\`${gate}\`` }, concernedAt: condition.start, confidence: 'high' }
    } else if (!skips && deploys && isPermissiveOrSkip(name) && condition.text.includes('||') && /needs\.|success\(\)|outcome/.test(condition.text)) {
      yield { start: condition.start, end: condition.end, messageId: 'flag', data: { name, guard: 'the gates before it' }, concernedAt: condition.start, confidence: 'high' }
    }
  }
}

const SAID = /!\s{0,5}contains\(\s{0,5}github\.event\.([\w.*-]{1,80})\s{0,5},\s{0,5}'([^']{1,60})'\s{0,5}\)/g

/** `if: ${{ !contains(github.event.pull_request.labels.*.name, 'skip-tests') }}` on a gate: a label or a message that skips it. */
function* skippedByWords(condition: WorkflowPlace | undefined, gate: string | undefined): Iterable<Bypass> {
  if (condition === undefined || gate === undefined) return
  for (const [, where = '', said = ''] of condition.text.matchAll(SAID)) {
    const name = said.replace(/^\W{1,5}|\W{1,5}$/g, '').replace(/[\s:/]+/g, '-')
    if (!/label|message|title|body/.test(where) || !isBypassName(name.toLowerCase())) continue
    yield { start: condition.start, end: condition.end, messageId: 'flag', data: { name: said, guard: `\`${gate}\`` }, concernedAt: condition.start, confidence: 'medium' }
  }
}

/** `if: always()` on a deployment that waits for gates: it runs when they failed. */
function* regardless({ id, name, needs, condition }: WorkflowJob, jobs: readonly WorkflowJob[]): Iterable<Bypass> {
  if (condition === undefined || !isDeploying(`${id} ${name}`)) return
  if (!/\balways\(\)|!\s{0,5}cancelled\(\)/.test(condition.text) || /\bneeds\.|\bsuccess\(\)|\bfailure\(\)/.test(condition.text)) return
  const gate = jobs.filter(job => needs.includes(job.id)).flatMap(job => job.steps.flatMap(gatesOfStep))[0]
  if (gate !== undefined) yield { start: condition.start, end: condition.end, messageId: 'continues', data: { what: `Job \`${id}\``, gate }, confidence: 'high' }
}

function isPermissiveOrSkip(name: string): boolean {
  return isPermissiveName(name) || /^skip/i.test(name)
}

/** `env: HUSKY: 0` where something commits; `env: SKIP_CI_CHECK: 'true'` where an own script runs. */
function* environmentOff(environment: WorkflowStep['environment'], commands: readonly ParsedCommand[]): Iterable<Bypass> {
  for (const { name, text, start, end } of environment) {
    const committing = switchesHooksOff(name, text) ? commands.find(runsHooks) : undefined
    if (committing !== undefined) {
      yield { start, end, messageId: 'hooks', data: { flag: `${name}=${text}`, command: committing.words.slice(0, 3).map(word => word.text).join(' ') }, confidence: 'high' }
    }
    const script = isGuardBypass(name) && !/^(?:false|0|no|)$/i.test(text) ? commands.flatMap(command => command.words).find(word => /(?:^|\/)[\w.-]{1,60}\.(?:[cm]?[jt]s|sh)$/.test(word.text)) : undefined
    if (script !== undefined) yield { start, end, messageId: 'passed', data: { name, script: script.text }, confidence: 'medium' }
  }
}

function* inRun(step: WorkflowStep): Iterable<Bypass> {
  const { run } = step
  if (run === undefined || !isShell(step) || EXPERIMENT.test(step.name)) return
  for (const bypass of bypassesInShell(run.text, { isGate: false, byPeople: false, stops: true, guards: true })) {
    yield movedTo(bypass, offset => run.toFile(offset))
  }
}
