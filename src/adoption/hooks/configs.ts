/** Hooks that stand in a configuration file: YAML, JSON or TOML. */
import { createRequire } from 'node:module'
import { isDeepStrictEqual } from 'node:util'
import { isRecord } from '../../core/record.ts'
import { tool } from '../../core/tool.ts'
import { addToYaml } from '../yaml-insert.ts'
import { setInJson } from '../json-edit.ts'

/**
 * A `.pre-commit-config.yaml` with our hook.
 * @param command what to run; `undefined` to let the framework install our package by itself
 */
export function withPreCommitHook(text: string, command: string | undefined): string | undefined {
  return addToYaml(text, ['repos'], 'item', { repo: 'local', hooks: [preCommitHook(command)] })
}

/** Every commit, because a deleted file is none that the framework would count; never file names, because others are affected. */
function preCommitHook(command: string | undefined): Readonly<Record<string, unknown>> {
  const installed = { entry: `${tool.name} check --staged`, language: 'node', additional_dependencies: [`${tool.name}@${tool.version}`] }
  return {
    id: tool.name, name: tool.name,
    ...command === undefined ? installed : { entry: command, language: 'system' },
    pass_filenames: false, always_run: true,
  }
}

/** A configuration of lefthook with our command among those before a commit: as a job where it has jobs, else as a command. */
export function withLefthookCommand(file: string, text: string, command: string): string | undefined {
  const data = dataOf(file, text)
  if (!isRecord(data)) return undefined
  const hook = data['pre-commit']
  const job = { name: tool.name, run: command }
  const inJobs = isRecord(hook) && Array.isArray(hook['jobs'])
  if (file.endsWith('.toml')) return withTomlTable(text, inJobs, command)
  if (/\.jsonc?$/.test(file)) {
    return inJobs
      ? setInJson(text, ['pre-commit', 'jobs', -1], job)
      : setInJson(text, ['pre-commit', 'commands', tool.name], { run: command })
  }
  return inJobs
    ? addToYaml(text, ['pre-commit', 'jobs'], 'item', job)
    : addToYaml(text, ['pre-commit', 'commands'], 'entry', { [tool.name]: { run: command } })
}

/** The `pre-commit` command of simple-git-hooks, behind the one that is there. */
export function withSimpleGitHook(file: string, text: string, command: string): string | undefined {
  const path = file === 'package.json' ? ['simple-git-hooks', 'pre-commit'] : ['pre-commit']
  let at = dataOf(file, text)
  for (const key of path) at = isRecord(at) ? at[key] : undefined
  if (at !== undefined && typeof at !== 'string') return undefined
  return setInJson(text, path, at === undefined || at.trim() === '' ? command : `${at} && ${command}`)
}

/** The part of a package.json that simple-git-hooks reads, as text. */
export function hookSection(manifest: string | undefined): string | undefined {
  const data = manifest === undefined ? undefined : dataOf('package.json', manifest)
  return isRecord(data) ? JSON.stringify(data['simple-git-hooks']) : undefined
}

/** A table at the end of a TOML file can't change what stands above it. */
function withTomlTable(text: string, inJobs: boolean, command: string): string | undefined {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = inJobs
    ? ['[[pre-commit.jobs]]', `name = "${tool.name}"`, `run = "${command}"`]
    : [`[pre-commit.commands.${tool.name}]`, `run = "${command}"`]
  const after = `${text === '' || text.endsWith('\n') ? text : `${text}${eol}`}${eol}${lines.join(eol)}${eol}`
  const data = tomlOf(after)
  const [before, hook] = [tomlOf(text), isRecord(data) ? data['pre-commit'] : undefined]
  // Inline tables can't be opened again: then it is no TOML any more.
  if (!isRecord(data) || !isRecord(before) || hook === undefined) return undefined
  return isDeepStrictEqual({ ...data, 'pre-commit': 0 }, { ...before, 'pre-commit': 0 }) ? after : undefined
}

function dataOf(file: string, text: string): unknown {
  if (file.endsWith('.toml')) return tomlOf(text)
  if (/\.jsonc?$/.test(file)) {
    const { parse } = createRequire(import.meta.url)('jsonc-parser') as typeof import('jsonc-parser')
    return parse(text.replace(/^\ufeff/, ''), [], { allowTrailingComma: true })
  }
  const { parseDocument } = createRequire(import.meta.url)('yaml') as typeof import('yaml')
  const document = parseDocument(text, { logLevel: 'silent' })
  return document.errors.length > 0 ? undefined : document.toJS() ?? {}
}

function tomlOf(text: string): unknown {
  const { parse } = createRequire(import.meta.url)('smol-toml') as typeof import('smol-toml')
  try {
    return parse(text)
  } catch {
    return undefined
  }
}
