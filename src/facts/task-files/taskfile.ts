/** Tasks of Taskfiles (taskfile.dev), with includes. */
import type { Repository } from '../../core/repository.ts'
import { folderOf } from '../files.ts'
import { listOf, readYaml, recordOf } from '../packages.ts'
import { resolvePath, wildcard, type TaskFile } from './task-file.ts'

/** Names that task looks for in a folder, in its order. */
export const TASK_FILES: readonly string[] = [
  'Taskfile.yml', 'taskfile.yml', 'Taskfile.yaml', 'taskfile.yaml', 'Taskfile.dist.yml', 'taskfile.dist.yml', 'Taskfile.dist.yaml', 'taskfile.dist.yaml',
]

/** Reads a Taskfile; included tasks are named `namespace:task`. */
export function readTaskfile(repository: Repository, path: string): TaskFile {
  const names = new Set<string>()
  const patterns: RegExp[] = []
  const seen = new Set<string>()
  let open: string | undefined
  const add = (name: string): void => {
    if (name.includes('*')) patterns.push(wildcard(name, '*'))
    else names.add(name)
  }
  const read = (file: string, prefixes: readonly string[]): void => {
    if (seen.has(prefixes.join(' ') + file) || seen.size > 100) return
    seen.add(prefixes.join(' ') + file)
    const content = recordOf(readYaml(repository, file))
    if (content['tasks'] === undefined && content['includes'] === undefined) open ??= `${file} can't be read`
    for (const [name, task] of Object.entries(recordOf(content['tasks']))) {
      for (const one of [name, ...listOf(recordOf(task)['aliases'])]) for (const prefix of prefixes) add(prefix + one)
    }
    for (const [namespace, include] of Object.entries(recordOf(content['includes']))) {
      const record = recordOf(include)
      const written = typeof include === 'string' ? include : record['taskfile']
      const flat = record['flatten'] === true
      const spaces = flat ? [''] : [namespace, ...listOf(record['aliases'])].map(one => `${one}:`)
      const inner = prefixes.flatMap(prefix => spaces.map(space => prefix + space))
      for (const space of inner) if (space !== '') names.add(space.slice(0, -1))
      const target = typeof written === 'string' ? includedFile(repository, folderOf(file), written) : undefined
      if (target !== undefined) read(target, inner)
      else if (flat) open ??= `${file} includes a file that is not in the repository`
      else for (const space of inner) patterns.push(wildcard(`${space}*`, '*'))
    }
  }
  read(path, [''])
  return { runner: 'task', path, folder: folderOf(path), names, patterns, open }
}

function includedFile(repository: Repository, folder: string, written: string): string | undefined {
  const path = resolvePath(folder, written)
  if (path === undefined) return undefined
  if (repository.source.files.has(path)) return path
  return TASK_FILES.map(name => (path === '' ? name : `${path}/${name}`)).find(candidate => repository.source.files.has(candidate))
}
