/** Tasks that package manifests of other languages declare: composer, Python, Cargo, Deno, Turborepo. */
import { createRequire } from 'node:module'
import type { Repository } from '../../core/repository.ts'
import { folderOf } from '../files.ts'
import { listOf, readJson, recordOf } from '../packages.ts'
import { textOf, wildcard, type Runner, type TaskFile } from './task-file.ts'

function taskFile(runner: Runner, path: string, folder: string, names: Iterable<string>, open?: string): TaskFile {
  return { runner, path, folder, names: new Set(names), patterns: [], open }
}

/** Scripts of a composer.json. */
export function readComposer(repository: Repository, path: string): readonly TaskFile[] {
  const manifest = readJson(repository, path)
  if (manifest === undefined) return []
  const aliases = Object.values(recordOf(manifest['scripts-aliases'])).flatMap(listOf)
  return [taskFile('composer', path, folderOf(path), [...Object.keys(recordOf(manifest['scripts'])), ...aliases])]
}

/** Tasks of a deno.json; the scripts of a package.json beside it count too and are looked up by the rule. */
export function readDeno(repository: Repository, path: string): readonly TaskFile[] {
  const manifest = readJson(repository, path)
  return manifest === undefined ? [] : [taskFile('deno', path, folderOf(path), Object.keys(recordOf(manifest['tasks'])))]
}

/** Tasks of a turbo.json: `build`, and `build` for `web#build` and `//#build`. */
export function readTurbo(repository: Repository, path: string): readonly TaskFile[] {
  const manifest = readJson(repository, path)
  if (manifest === undefined) return []
  const tasks = { ...recordOf(manifest['pipeline']), ...recordOf(manifest['tasks']) }
  const names = Object.keys(tasks).flatMap(name => [name, name.slice(name.indexOf('#') + 1)])
  return [taskFile('turbo', path, folderOf(path), names)]
}

/** Aliases of a `.cargo/config.toml`; they hold in the folder above it. */
export function readCargoConfig(repository: Repository, path: string): readonly TaskFile[] {
  const config = readToml(repository, path)
  const folder = folderOf(folderOf(path))
  return config === undefined ? [] : [taskFile('cargo', path, folder, Object.keys(recordOf(config['alias'])))]
}

/** Everything runnable that a pyproject.toml declares, by who runs it. */
export function readPyproject(repository: Repository, path: string): readonly TaskFile[] {
  const project = readToml(repository, path)
  if (project === undefined) return []
  const folder = folderOf(path)
  const tool = recordOf(project['tool'])
  const declared = recordOf(project['project'])
  const files: TaskFile[] = []
  const scripts = [
    ...Object.keys(recordOf(declared['scripts'])), ...Object.keys(recordOf(declared['gui-scripts'])),
    ...Object.keys(recordOf(recordOf(tool['poetry'])['scripts'])), ...Object.keys(recordOf(recordOf(tool['pdm'])['scripts'])),
    ...Object.keys(recordOf(recordOf(tool['rye'])['scripts'])),
  ]
  files.push(taskFile('python', path, folder, scripts))
  const poe = recordOf(tool['poe'])
  if (poe['tasks'] !== undefined) {
    const open = poe['include'] === undefined && poe['include_script'] === undefined ? undefined : `${path} includes further poe tasks`
    files.push(taskFile('poe', path, folder, Object.keys(recordOf(poe['tasks'])), open))
  }
  const taskipy = recordOf(recordOf(tool['taskipy'])['tasks'])
  if (Object.keys(taskipy).length > 0) files.push(taskFile('taskipy', path, folder, Object.keys(taskipy)))
  const environments = recordOf(recordOf(tool['hatch'])['envs'])
  const hatch: string[] = []
  for (const [environment, content] of Object.entries(environments)) {
    for (const name of Object.keys(recordOf(recordOf(content)['scripts']))) {
      hatch.push(`${environment}:${name}`)
      if (environment === 'default') hatch.push(name)
    }
  }
  if (hatch.length > 0) {
    // An environment without scripts of its own takes those of its template; matrices give many environments one name.
    const inherited = [...new Set(hatch.map(name => name.slice(name.indexOf(':') + 1)))]
    files.push({ ...taskFile('hatch', path, folder, hatch), patterns: inherited.map(name => wildcard(`*:${name}`, '*')) })
  }
  return files
}

/** A TOML file as plain data; `undefined` when it can't be read. */
function readToml(repository: Repository, path: string): Readonly<Record<string, unknown>> | undefined {
  const { parse } = createRequire(import.meta.url)('smol-toml') as typeof import('smol-toml')
  try {
    return recordOf(parse(textOf(repository, path)))
  } catch {
    return undefined
  }
}
