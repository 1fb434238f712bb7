/** Workflows of GitHub Actions in the checkout, and their jobs. */
import { createRequire } from 'node:module'
import { defineFact } from '../core/repository.ts'
import { baseName } from './files.ts'

export interface Workflow {
  readonly path: string
  /** File name without its folder. */
  readonly file: string
  /** Its `name:`; '' without one. */
  readonly name: string
  /** Ids of its jobs, with their display names ('' without one). */
  readonly jobs: ReadonlyMap<string, string>
}

/** Every workflow file that can be read as YAML. */
export const workflowsFact = defineFact<readonly Workflow[]>('workflows', (repository) => {
  const paths = [...repository.source.files.keys()].filter(path => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)).sort()
  if (paths.length === 0) return []
  const { parse } = createRequire(import.meta.url)('yaml') as typeof import('yaml')
  repository.source.prefetch(paths)
  return paths.flatMap((path) => {
    const text = repository.source.read(path)?.toString('utf8')
    if (text === undefined) return []
    try {
      return [workflowOf(path, parse(text, { logLevel: 'silent' }))]
    } catch {
      return []
    }
  })
})

function workflowOf(path: string, content: unknown): Workflow {
  const jobs = recordOf(recordOf(content)['jobs'])
  return {
    path, file: baseName(path), name: textOf(recordOf(content)['name']),
    jobs: new Map(Object.entries(jobs).map(([id, job]) => [id, textOf(recordOf(job)['name'])])),
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {}
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
