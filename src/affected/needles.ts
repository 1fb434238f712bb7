/** Which words a document must contain for a change to break it. Always too many rather than too few. */
import { landmarksOf } from '../core/landmarks.ts'
import { createDocument } from '../core/document.ts'
import { isMarkdown } from '../core/paths.ts'
import type { Repository } from '../core/repository.ts'
import { baseName, folderOf } from '../facts/files.ts'
import { saysVersions, versionWords } from '../facts/versions/version-words.ts'
import type { Change } from './changes.ts'
import { holdsNames, lostNames } from './lost-names.ts'

/** A change with the words by which documents may lean on it; `everything`: any document may. */
export type Reach = 'everything' | { readonly words: readonly string[]; readonly folders: readonly string[] }

const NOTHING: Reach = { words: [], folders: [] }

/** What the engine itself, git or a site generator reads: any document's verdicts may hang on it. */
const CONCERNS_ALL = new RegExp(
  '(?:^|/)(?:\\.gitignore|\\.gitmodules|doc-lockdown\\.config\\.\\w+|pnpm-workspace\\.yaml|lerna\\.json|_redirects|' +
  '(?:docusaurus|astro|next|nuxt|gatsby|vite|vitepress)[.-]config\\.\\w+|\\.vitepress/config(?:\\.\\w+|/index\\.\\w+)|mkdocs\\.ya?ml|_config\\.ya?ml|' +
  '(?:hugo|config|book|netlify)\\.toml|(?:vercel|firebase|staticwebapp\\.config|redirects)\\.json|conf\\.py|index\\.html)$',
)

/** Task files by name, and the programs that run their tasks. */
const TASK_FILES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:GNUmakefile|[Mm]akefile|.*\.mk|.*\.mak)$/, ['make']],
  [/^(?:\.?justfile|Justfile|.*\.just)$/i, ['just']],
  [/^[Tt]askfile.*\.ya?ml$/, ['task']],
  [/^(?:[Rr]akefile(?:\.rb)?|.*\.rake)$/, ['rake']],
  [/^composer\.json$/, ['composer']],
  [/^deno\.jsonc?$/, ['deno']],
  [/^turbo\.jsonc?$/, ['turbo']],
  [/^pyproject\.toml$/, ['poetry', 'uv', 'poe', 'hatch', 'pdm', 'task', 'rye', 'python']],
  [/^config(?:\.toml)?$/, ['cargo']],
]

/** Reads the content of a file before the change. */
export type ReadBefore = (change: Change) => string | undefined

/** How far a change reaches. */
export function reachOf(change: Change, repository: Repository, readBefore: ReadBefore): Reach {
  const reach = reachOfFile(change, repository, readBefore)
  if (reach === 'everything' || !saysVersions(change.path)) return reach
  const after = change.kind === 'deleted' ? '' : repository.source.read(change.path)?.toString('utf8') ?? ''
  return { ...reach, words: [...reach.words, ...versionWords(change.path, change.kind === 'added' ? '' : readBefore(change) ?? '', after)] }
}

function reachOfFile(change: Change, repository: Repository, readBefore: ReadBefore): Reach {
  const name = baseName(change.path)
  if (CONCERNS_ALL.test(change.path)) return 'everything'
  if (name === 'package.json') return manifestReach(change, repository, readBefore)
  const runners = TASK_FILES.find(([pattern]) => pattern.test(name))?.[1] ?? []
  if (change.kind === 'added') return runners.length > 0 ? { words: runners, folders: [] } : NOTHING
  const names = holdsNames(change.path)
    ? lostNames(change, readBefore(change), change.kind === 'deleted' ? undefined : repository.source.read(change.path)?.toString('utf8'))
    : []
  if (change.kind === 'deleted') return { words: [...namesOf(change.path, repository), ...servedBy(change.path), ...runners, ...names], folders: [] }
  const lost = isMarkdown(change.path) ? losesAnchors(change, repository, readBefore) : losesLines(change, repository, readBefore)
  // Whoever names a file may say what is in it, or when it was last looked at.
  const itself = isMarkdown(change.path) ? [] : written(name)
  return { words: [...(lost ? spellings(change.path) : []), ...itself, ...servedBy(change.path), ...runners, ...names], folders: [] }
}

/** A file that is a route by its place (`app/api/orders/route.ts`) is meant by its folders. */
function servedBy(path: string): readonly string[] {
  return /(?:^|\/)(?:app\/(?:[^/]+\/)*route|pages\/api\/.+)\.[cm]?[jt]sx?$/.test(path) ? path.split('/').slice(1).filter(part => /^[\w-]{3,}$/.test(part)).map(part => `/${part}`) : []
}

/** Words by which a document can mean a path that is gone: its own name, those of folders that went with it, globs. */
function namesOf(path: string, repository: Repository): readonly string[] {
  const words = spellings(path)
  const dot = path.lastIndexOf('.')
  words.push('/*', '*/')
  if (dot > path.lastIndexOf('/')) words.push(`*${path.slice(dot)}`, `}${path.slice(dot)}`)
  for (let folder = folderOf(path); folder !== '' && !folderStands(repository, folder); folder = folderOf(folder)) words.push(...written(baseName(folder)))
  return words
}

function folderStands(repository: Repository, folder: string): boolean {
  const { files } = repository.source
  if (files.hasFolder !== undefined) return files.hasFolder(folder)
  const inside = `${folder}/`
  for (const path of files.keys()) if (path.startsWith(inside)) return true
  return false
}

/** Endings are left out in imports and routes; an index page goes by its folder's name. */
function spellings(path: string): string[] {
  const name = baseName(path)
  const dot = name.lastIndexOf('.')
  const stem = dot > 2 ? name.slice(0, dot) : name
  const words = written(stem)
  if (/^_?(?:index|readme)$/i.test(stem) && folderOf(path) !== '') words.push(...written(baseName(folderOf(path))))
  return words
}

/** A name as Markdown may spell it: as it is, percent-encoded, with escaped underscores. */
function written(name: string): string[] {
  const words = new Set([name, encodeURI(name)])
  if (name.includes('_')) words.add(name.replaceAll('_', '\\_'))
  return [...words]
}

function manifestReach(change: Change, repository: Repository, readBefore: ReadBefore): Reach {
  const folder = folderOf(change.path)
  // A package that comes or goes is another one for the commands of the documents inside.
  if (change.kind !== 'modified') {
    const words = change.kind === 'added' ? [] : namesOf(change.path, repository)
    return folder === '' ? { words: [...words, 'npm', 'pnpm', 'yarn', 'bun', 'npx'], folders: [] } : { words: [...words, ...manifestWords(readBefore(change))], folders: [folder] }
  }
  const before = parseManifest(readBefore(change))
  const after = parseManifest(repository.source.read(change.path)?.toString('utf8'))
  if (before === undefined || after === undefined) return 'everything'
  for (const key of ['workspaces', 'doc-lockdown']) if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) return 'everything'
  const words = wordsOf(before).filter(word => !wordsOf(after).includes(word))
  return { words: [...words, ...(losesLines(change, repository, readBefore) ? ['package.json'] : [])], folders: [] }
}

function manifestWords(text: string | undefined): readonly string[] {
  const manifest = parseManifest(text)
  return manifest === undefined ? [] : wordsOf(manifest)
}

function wordsOf(manifest: Readonly<Record<string, unknown>>): string[] {
  const keys = ['scripts', 'bin', 'dependencies', 'devDependencies', 'optionalDependencies'].flatMap(key => {
    const value = manifest[key]
    return typeof value === 'object' && value !== null ? Object.keys(value) : []
  })
  return typeof manifest['name'] === 'string' ? [...keys, manifest['name']] : keys
}

function parseManifest(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined
  } catch {
    return undefined
  }
}

/** Whether a document has lost a heading or an id that others may link to. */
function losesAnchors(change: Change, repository: Repository, readBefore: ReadBefore): boolean {
  if (change.lines?.deleted === 0) return false
  const before = readBefore(change)
  const after = repository.source.read(change.path)?.toString('utf8')
  if (before === undefined || after === undefined || countLines(after) < countLines(before)) return true
  if (!removesMarkup(before, after)) return false
  const left = anchorsOf(change.path, after)
  for (const anchor of anchorsOf(change.path, before)) {
    const at = left.indexOf(anchor)
    if (at < 0) return true
    left.splice(at, 1)
  }
  return false
}

/** Whether a line is gone that can have been a heading or an HTML tag. Cheaper than parsing both texts, and mostly the answer. */
function removesMarkup(before: string, after: string): boolean {
  const kept = new Set(after.split(/\r?\n/))
  const lines = before.split(/\r?\n/)
  return lines.some((line, index) => !kept.has(line) && (/[#<{]|^[\s>]*(?:=+|-+)\s*$/.test(line) || /^[\s>]*(?:=+|-+)\s*$/.test(lines[index + 1] ?? '')))
    || duplicates(lines) > duplicates(after.split(/\r?\n/))
}

/** How many lines with markup repeat an earlier one: two headings of the same name are two anchors. */
function duplicates(lines: readonly string[]): number {
  const marked = lines.filter(line => /[#<{]/.test(line))
  return marked.length - new Set(marked).size
}

function anchorsOf(path: string, text: string): string[] {
  const { headings, ids } = landmarksOf(createDocument(path, text))
  return [...headings.map(heading => `heading ${heading.text}`), ...[...ids].map(id => `id ${id}`)]
}

/** Whether a file has become shorter, so that a line that documents cite may be gone. */
function losesLines(change: Change, repository: Repository, readBefore: ReadBefore): boolean {
  if (change.lines !== undefined) return change.lines.deleted > change.lines.added
  const before = readBefore(change)
  const after = repository.source.read(change.path)?.toString('utf8')
  return before === undefined || after === undefined || countLines(after) < countLines(before)
}

function countLines(text: string): number {
  let lines = text.endsWith('\n') ? 0 : 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
