/** Workflows of GitHub Actions in the checkout, and their jobs. */
import { defineFact } from '../core/repository.ts'
import { baseName } from './files.ts'
import { readYaml, recordOf } from './packages.ts'

export interface Workflow {
  readonly path: string
  /** File name without its folder. */
  readonly file: string
  /** Its `name:`; '' without one. */
  readonly name: string
  /** Ids of its jobs, with their display names ('' without one). */
  readonly jobs: ReadonlyMap<string, string>
}

/** Every workflow file; one that is no YAML has no jobs. */
export const workflowsFact = defineFact<readonly Workflow[]>('workflows', (repository) => {
  const paths = [...repository.source.files.keys()].filter(path => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)).sort()
  if (paths.length === 0) return []
  repository.source.prefetch(paths)
  return paths.map(path => workflowOf(path, readYaml(repository, path)))
})

function workflowOf(path: string, content: unknown): Workflow {
  const jobs = recordOf(recordOf(content)['jobs'])
  return {
    path, file: baseName(path), name: textOf(recordOf(content)['name']),
    jobs: new Map(Object.entries(jobs).map(([id, job]) => [id, textOf(recordOf(job)['name'])])),
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
