/** A workflow of GitHub Actions, or a composite action, as jobs and steps with their places. */
import type { Snippet } from '../shell/snippet.ts'
import { readYamlTree, type YamlValue } from '../yaml/tree.ts'

/** A place in the file, with what is written there. */
export interface WorkflowPlace {
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface WorkflowStep {
  /** Its name, its action, or the first line that it runs. */
  readonly name: string
  readonly id: string | undefined
  readonly uses: string | undefined
  readonly run: Snippet | undefined
  readonly shell: string | undefined
  readonly condition: WorkflowPlace | undefined
  readonly continueOnError: WorkflowPlace | undefined
  readonly environment: readonly (WorkflowPlace & { readonly name: string })[]
}

export interface WorkflowJob {
  readonly id: string
  readonly name: string
  /** Ids of the jobs that it waits for. */
  readonly needs: readonly string[]
  /** Names of the containers that run beside it. */
  readonly services: readonly string[]
  readonly condition: WorkflowPlace | undefined
  readonly continueOnError: WorkflowPlace | undefined
  readonly environment: readonly (WorkflowPlace & { readonly name: string })[]
  readonly steps: readonly WorkflowStep[]
}

export interface WorkflowFile {
  readonly environment: readonly (WorkflowPlace & { readonly name: string })[]
  readonly jobs: readonly WorkflowJob[]
}

/** Reads a workflow or action; one that is no YAML has no jobs. A composite action is one job. */
export function readWorkflow(text: string): WorkflowFile {
  const [root] = readYamlTree(text)
  const jobs = root?.get('jobs')?.entries.map(({ key, value }) => jobOf(key, value, text)) ?? []
  const composite = root?.get('runs')
  if (composite?.get('steps') !== undefined) jobs.push(jobOf('runs', composite, text))
  return { environment: environmentOf(root, text), jobs }
}

function jobOf(id: string, job: YamlValue, text: string): WorkflowJob {
  return {
    id, name: stringOf(job.get('name')) ?? id,
    needs: [job.get('needs'), ...job.get('needs')?.items ?? []].flatMap(need => stringOf(need) ?? []),
    services: job.get('services')?.entries.map(entry => entry.key) ?? [],
    condition: placeOf(job, 'if', text), continueOnError: placeOf(job, 'continue-on-error', text), environment: environmentOf(job, text),
    steps: job.get('steps')?.items.map(step => stepOf(step, text)) ?? [],
  }
}

function stepOf(step: YamlValue, text: string): WorkflowStep {
  const run = step.get('run')
  const uses = stringOf(step.get('uses'))
  const named = stringOf(step.get('name'))
  const name = (named ?? uses ?? stringOf(run)?.trim().split('\n')[0] ?? '').slice(0, 80)
  return {
    name, id: stringOf(step.get('id')), uses, shell: stringOf(step.get('shell')),
    run: typeof run?.scalar === 'string' ? run.snippet(`step \`${name}\``) : undefined,
    condition: placeOf(step, 'if', text), continueOnError: placeOf(step, 'continue-on-error', text), environment: environmentOf(step, text),
  }
}

function stringOf(value: YamlValue | undefined): string | undefined {
  return typeof value?.scalar === 'string' ? value.scalar : undefined
}

/** The entry under a key, from the key on. */
function placeOf(map: YamlValue, key: string, text: string): WorkflowPlace | undefined {
  const entry = map.entries.find(one => one.key === key)
  return entry === undefined ? undefined : { text: String(entry.value.scalar ?? ''), start: entry.start, end: trimmedEnd(text, entry.start, entry.value.end) }
}

function environmentOf(map: YamlValue | undefined, text: string): readonly (WorkflowPlace & { readonly name: string })[] {
  return map?.get('env')?.entries.map(({ key, start, value }) => ({ name: key, text: String(value.scalar ?? ''), start, end: trimmedEnd(text, start, value.end) })) ?? []
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length
}
