/** Versions that builds and tests run on: images of Dockerfiles and compose files, set-up steps of workflows. */
import { has, type FoundVersion } from './source.ts'

/** The tool of an image by its name without registry and tag. */
const IMAGES: Readonly<Record<string, string>> = {
  node: 'node', python: 'python', golang: 'go', ruby: 'ruby', rust: 'rust', php: 'php', composer: '', openjdk: 'java', 'eclipse-temurin': 'java', amazoncorretto: 'java',
  'dotnet/sdk': 'dotnet', 'dotnet/aspnet': 'dotnet', 'dotnet/runtime': 'dotnet', 'oven/bun': 'bun', 'denoland/deno': 'deno', postgres: 'postgres', postgis: 'postgres',
  pgvector: '', redis: 'redis', mysql: 'mysql', mariadb: 'mariadb', mongo: 'mongo', 'cimg/node': 'node', 'cimg/python': 'python', 'cimg/go': 'go', 'cimg/ruby': 'ruby',
}

/** `FROM node:${NODE_VERSION}-alpine`: with the defaults of `ARG`. */
export function* dockerfileVersions(text: string): Iterable<FoundVersion> {
  const args = new Map<string, string>()
  for (const [index, line] of text.split('\n').entries()) {
    const arg = /^\s*ARG\s+(\w{1,80})=["']?([^\s"']{1,100})/i.exec(line)
    if (arg !== null) args.set(arg[1] ?? '', arg[2] ?? '')
    const from = /^\s*FROM\s+(?:--platform=\S{1,80}\s+)?(\S{1,300})/i.exec(line)?.[1]
    if (from !== undefined) yield* imageVersion(from.replace(/\$\{?(\w{1,80})(?::?-([^}]{0,80}))?\}?/g, (whole, name: string, otherwise?: string) => args.get(name) ?? otherwise ?? whole), index + 1)
  }
}

/** `image: postgres:16` in compose files, workflows and pipelines. */
export function* imageVersions(text: string): Iterable<FoundVersion> {
  for (const [index, line] of text.split('\n').entries()) {
    const image = /^\s*(?:-\s)?\s*(?:image|container)\s*:\s*["']?([^\s"'#]{1,300})/.exec(line)?.[1]
    if (image !== undefined) yield* imageVersion(image.replace(/\$\{\w{1,80}:?-([^}]{0,80})\}/g, '$1'), index + 1)
  }
}

function imageVersion(image: string, line: number): readonly FoundVersion[] {
  const [, name = '', tag = ''] = /^(?:(?:docker\.io|mcr\.microsoft\.com|public\.ecr\.aws|ghcr\.io|registry\.[\w.-]{1,60})\/)?(?:library\/|docker\/library\/)?([\w/-]{1,80}):([\w.-]{1,80})/.exec(image) ?? []
  const tool = IMAGES[name] ?? ''
  return tool === '' ? [] : has(tool, [tag], `${name}:${tag}`, '', line, false)
}

const SETUP_KEYS: Readonly<Record<string, string>> = {
  'node-version': 'node', 'python-version': 'python', 'go-version': 'go', 'ruby-version': 'ruby', 'java-version': 'java', 'dotnet-version': 'dotnet',
  'php-version': 'php', 'bun-version': 'bun', 'deno-version': 'deno',
}
const SETUP_KEY = /^\s*(?:-\s+)?(node|python|go|ruby|java|dotnet|php|bun|deno)-version\s*:(.*)$/

/** Set-up steps of one workflow, matrices resolved: each tool once, with all versions that it names. */
export function* workflowVersions(text: string): Iterable<FoundVersion> {
  const lines = text.split('\n')
  const found = new Map<string, { readonly line: number; readonly versions: string[] }>()
  const add = (tool: string, line: number, versions: readonly string[]): void => {
    const known = found.get(tool)
    if (known === undefined) found.set(tool, { line, versions: [...versions] })
    else known.versions.push(...versions)
  }
  for (const [index, line] of lines.entries()) {
    const setup = line.length > 500 ? null : SETUP_KEY.exec(line)
    if (setup !== null) {
      const matrix = /\$\{\{\s*(?:matrix|env)\.([\w-]{1,80})\s*\}\}/.exec(setup[2] ?? '')?.[1]
      const tool = SETUP_KEYS[`${setup[1] ?? ''}-version`] ?? ''
      if (matrix === undefined) add(tool, index + 1, valuesAt(lines, index))
      else for (const [at, one] of lines.entries()) if (new RegExp(`^\\s*(?:-\\s+)?["']?${matrix}["']?\\s*:`).test(one)) add(tool, at + 1, valuesAt(lines, at))
    }
    if (/uses:\s*pnpm\/action-setup/.test(line)) {
      const at = lines.slice(index + 1, index + 6).findIndex(one => /^\s*version\s*:/.test(one))
      if (at >= 0) add('pnpm', index + at + 2, valuesAt(lines, index + at + 1))
    }
  }
  for (const [tool, { line, versions }] of found) {
    const unique = [...new Set(versions)].sort()
    yield* has(tool, unique, unique.join(', '), tool === 'pnpm' ? 'version' : `${tool}-version`, line, false)
  }
}

/** The values of a key: on its line, in a flow list, in the block list below it. */
function valuesAt(lines: readonly string[], index: number): readonly string[] {
  const line = lines[index] ?? ''
  const value = line.slice(line.indexOf(':') + 1).replace(/\s#.*/, '').trim()
  const text = value !== '' && value !== '|' && value !== '>' && value !== '[' ? value : blockBelow(lines, index)
  return text.split(/[\s,[\]"']+/).filter(one => /^[v\d~^>]/.test(one))
}

function blockBelow(lines: readonly string[], index: number): string {
  const indent = (line: string): number => line.search(/\S/)
  const own = indent(lines[index] ?? '')
  const block: string[] = []
  for (const line of lines.slice(index + 1, index + 40)) {
    if (line.trim() === '') continue
    if (indent(line) < own || (indent(line) === own && !/^\s*[-\]]/.test(line))) break
    block.push(line.replace(/#.*/, '').replace(/^\s*-\s/, ' '))
  }
  return block.join(' ')
}
