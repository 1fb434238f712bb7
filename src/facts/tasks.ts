/** Tasks that files of the repository declare for make, just, task, composer, Python tools, cargo, rake, deno and turbo. */
import { defineFact, type Repository } from '../core/repository.ts'
import { baseName, filesFact, folderOf } from './files.ts'
import { isJustfile, readJustfile } from './task-files/just.ts'
import { MAKE_FILES, readMakefile } from './task-files/make.ts'
import { readCargoConfig, readComposer, readDeno, readPyproject, readTurbo } from './task-files/manifests.ts'
import { RAKE_FILES, readRakefile } from './task-files/rake.ts'
import type { Runner, TaskFile } from './task-files/task-file.ts'
import { readTaskfile, TASK_FILES } from './task-files/taskfile.ts'

export type { Runner, TaskFile } from './task-files/task-file.ts'

export interface Tasks {
  /** All files with tasks for a runner, shallow ones first; each is read when first asked for. */
  filesOf(runner: Runner): readonly TaskFile[]
  /** The file that the runner uses when started in this folder: there or (except make) in a folder above. */
  inFolder(runner: Runner, folder: string): TaskFile | undefined
}

type Reader = (repository: Repository, path: string) => readonly TaskFile[]

const one = (read: (repository: Repository, path: string) => TaskFile): Reader => (repository, path) => [read(repository, path)]

/** The reader for a file, by its name; several runners may share a file. */
function readerOf(path: string): { readonly runners: readonly Runner[]; readonly read: Reader } | undefined {
  const name = baseName(path)
  if (MAKE_FILES.includes(name)) return { runners: ['make'], read: one(readMakefile) }
  if (isJustfile(path)) return { runners: ['just'], read: one(readJustfile) }
  if (TASK_FILES.includes(name)) return { runners: ['task'], read: one(readTaskfile) }
  if (RAKE_FILES.includes(name)) return { runners: ['rake'], read: one(readRakefile) }
  if (name === 'composer.json') return { runners: ['composer'], read: readComposer }
  if (name === 'deno.json' || name === 'deno.jsonc') return { runners: ['deno'], read: readDeno }
  if (name === 'turbo.json' || name === 'turbo.jsonc') return { runners: ['turbo'], read: readTurbo }
  if (name === 'pyproject.toml') return { runners: ['python', 'poe', 'taskipy', 'hatch'], read: readPyproject }
  if (/(?:^|\/)\.cargo\/config(?:\.toml)?$/.test(path)) return { runners: ['cargo'], read: readCargoConfig }
  return undefined
}

/** Whether a program of this name searches the folders above for its file. */
const SEARCHES_UP: ReadonlySet<Runner> = new Set(['just', 'task', 'rake', 'composer', 'cargo', 'deno', 'python', 'poe', 'taskipy', 'hatch', 'turbo'])

/** All task files. Finding them looks at names only; contents are read per runner. */
export const tasksFact = defineFact<Tasks>('tasks', repository => {
  const candidates = new Map<Runner, { readonly path: string; readonly read: Reader }[]>()
  for (const path of repository.get(filesFact).paths.keys()) {
    if (path.includes('node_modules/')) continue
    const reader = readerOf(path)
    for (const runner of reader?.runners ?? []) {
      const list = candidates.get(runner)
      const entry = { path, read: reader?.read ?? (() => []) }
      if (list === undefined) candidates.set(runner, [entry])
      else list.push(entry)
    }
  }
  const read = new Map<Runner, readonly TaskFile[]>()
  const filesOf = (runner: Runner): readonly TaskFile[] => {
    let files = read.get(runner)
    if (files === undefined) {
      const list = (candidates.get(runner) ?? []).sort((a, b) => a.path.split('/').length - b.path.split('/').length || (a.path < b.path ? -1 : 1))
      repository.source.prefetch(list.map(entry => entry.path))
      files = list.flatMap(entry => entry.read(repository, entry.path)).filter(file => file.runner === runner)
      read.set(runner, files)
    }
    return files
  }
  return {
    filesOf,
    inFolder(runner, folder) {
      const files = filesOf(runner)
      for (let at: string | undefined = folder; at !== undefined; at = at === '' || !SEARCHES_UP.has(runner) ? undefined : folderOf(at)) {
        const found = files.filter(file => file.folder === at)
        // GNUmakefile goes before makefile and Makefile, Taskfile.yml before its .dist form.
        if (found.length > 0) return found.sort((a, b) => rank(a.path) - rank(b.path))[0]
      }
      return undefined
    },
  }
})

function rank(path: string): number {
  const name = baseName(path)
  return Math.max(MAKE_FILES.indexOf(name), TASK_FILES.indexOf(name))
}

/** Whether a file declares a task, by name or by pattern. */
export function declares(file: TaskFile, name: string): boolean {
  return file.names.has(name) || file.patterns.some(pattern => pattern.test(name))
}
