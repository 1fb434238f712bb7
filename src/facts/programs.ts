/** The programs that the repository's own packages install, and what their argument parsers accept. */
import { readDefinition, type CliFile } from '../analysis/cli-definition/read.ts'
import type { CliDefinition } from '../analysis/cli-definition/definition.ts'
import { defineFact, type Repository } from '../core/repository.ts'
import { folderOf } from './files.ts'
import { packagesFact, unscoped, type Package } from './packages.ts'
import { resolvePath } from './task-files/task-file.ts'

/** A program of the repository. */
export interface OwnProgram {
  readonly package: Package
  /** The source file that its `bin` leads to; `undefined` when it can't be found. */
  readonly source: string | undefined
  /** `undefined` when no known argument parser is used. */
  readonly definition: CliDefinition | undefined
}

export interface Programs {
  /** A program by the name of its binary, or of the package as `npx` takes it. Its source is read when first asked for. */
  program(name: string): OwnProgram | undefined
}

/** More files than that, and the program is too large to be sure of. */
const MAX_FILES = 150

/** Programs by name. */
export const programsFact = defineFact<Programs>('programs', repository => {
  const bins = new Map<string, { readonly package: Package; readonly file: string }>()
  for (const one of repository.get(packagesFact).all) {
    if (one.sample) continue
    for (const [name, file] of one.bin) if (!bins.has(name)) bins.set(name, { package: one, file })
    const file = one.name === undefined ? undefined : (one.bin.get(unscoped(one.name)) ?? (one.bin.size === 1 ? [...one.bin.values()][0] : undefined))
    if (one.name !== undefined && file !== undefined && !bins.has(one.name)) bins.set(one.name, { package: one, file })
  }
  const read = new Map<string, OwnProgram>()
  return {
    program(name) {
      const bin = bins.get(name)
      if (bin === undefined) return undefined
      let program = read.get(name)
      if (program === undefined) {
        const source = sourceOf(repository, bin.package.folder, bin.file)
        program = { package: bin.package, source, definition: source === undefined ? undefined : definitionOf(repository, source) }
        read.set(name, program)
      }
      return program
    },
  }
})

function definitionOf(repository: Repository, entry: string): CliDefinition | undefined {
  const own = repository.get(packagesFact).all.flatMap(one => (one.name === undefined ? [] : [one.name]))
  const files: CliFile[] = []
  const seen = new Set([entry])
  const queue = [entry]
  let open: string | undefined
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const text = repository.source.read(path)?.toString('utf8') ?? ''
    files.push({ path, text })
    for (const match of text.matchAll(/\b(?:from|import|require)\s*\(?\s*["']([^"'\n]{1,300})["']/g)) {
      const written = match[1] ?? ''
      if (!written.startsWith('.')) {
        if (own.some(name => written === name || written.startsWith(`${name}/`))) open ??= `${path} imports ${written}`
        continue
      }
      if (/\.(?:json|css|txt|md|node|wasm)$/.test(written)) continue
      const target = sourceOf(repository, folderOf(path), written)
      if (target === undefined) open ??= `${path} imports ${written}, which is not in the repository`
      else if (!seen.has(target)) {
        seen.add(target)
        queue.push(target)
      }
    }
    if (files.length > MAX_FILES) {
      open ??= 'the program has too many files'
      break
    }
  }
  const definition = readDefinition(files)
  return definition === undefined || open === undefined ? definition : { ...definition, open: definition.open ?? open }
}

const ENDINGS = ['', '.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '/index.ts', '/index.mts', '/index.js', '/index.mjs']

/** The tracked file that a path means: itself, its TypeScript source, or what a build folder was made from. */
function sourceOf(repository: Repository, folder: string, written: string): string | undefined {
  const path = resolvePath(folder, written)
  if (path === undefined) return undefined
  const files = repository.source.files
  const built = /(?:^|\/)(?:dist|lib|build|out|esm|cjs|bin)(?:\/(?:esm|cjs|node|src|bin))?(?=\/)/
  const moved = built.test(path) ? [
    path.replace(built, part => part.replace(/(?:dist|lib|build|out|esm|cjs|bin)/, 'src')),
    path.replace(built, part => `${part.startsWith('/') ? '/' : ''}src`),
    path.replace(built, '').replace(/^\//, ''),
  ] : []
  for (const candidate of [path, ...moved]) {
    const bare = candidate.replace(/\.(?:[cm]?js|jsx)$/, '')
    for (const base of new Set([candidate, bare])) {
      for (const ending of ENDINGS) if (files.has(base + ending)) return base + ending
    }
  }
  return undefined
}
