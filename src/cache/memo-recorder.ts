/** Watches what a run looks at, and writes its memo. Loaded only when there was none. */
import { readdirSync, readFileSync, lstatSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import type { ContentSource } from '../core/source.ts'
import { tool } from '../core/tool.ts'
import { isDocument } from '../documents/select.ts'
import { writeCacheFile } from '../git/cache-directory.ts'
import type { Checkout } from '../git/checkout.ts'
import { git, GitError } from '../git/run.ts'
import { documentsDiff } from './documents-diff.ts'
import type { Memo, MemoSlot, Outcome } from './result-memo.ts'
import { encodeStamps, isRacy, takeStamps } from './witnesses.ts'

/** Milliseconds: file systems and network clocks that tell times only this finely exist. */
const RACY = 2000
/** From here on one git process is cheaper than looking at each document. */
const MANY_DOCUMENTS = 1200

/** Records reads around a content source. */
export class MemoRecorder {
  readonly #started: number
  readonly #reads = new Set<string>()
  readonly #probes = new Map<string, boolean>()
  #source: ContentSource | undefined

  /** @param started when the run began, in milliseconds since 1970: what changed shortly before may change again unseen */
  constructor(started: number) {
    this.#started = started
  }

  /** The same source, watched. */
  watch(source: ContentSource): ContentSource {
    this.#source = source
    return {
      kind: source.kind, head: source.head, gitDirectory: source.gitDirectory, shallow: source.shallow, files: source.files,
      ...source.deleted === undefined ? {} : { deleted: source.deleted },
      get fingerprint() { return source.fingerprint },
      prefetch: paths => { source.prefetch(paths) },
      read: file => {
        this.#reads.add(file)
        return source.read(file)
      },
      notice: paths => {
        for (const file of paths) this.#reads.add(file)
      },
      existsOnDisk: file => {
        const found = source.existsOnDisk(file)
        this.#probes.set(file, found)
        return found
      },
    }
  }

  /** Writes the memo, unless something makes it unsafe: a change within the last two seconds, objects that may still come. */
  save({ checkout, key, name }: MemoSlot, outcome: Outcome, configFile: string | undefined): void {
    const source = this.#source
    if (source === undefined || isPartialClone(checkout)) return
    const witnesses = [...gitWitnesses(checkout), ...configWitnesses(checkout.root, configFile)]
    let diff: string | null = null
    try {
      if (source.kind === 'worktree') {
        const documents = [...source.files].filter(([file, entry]) => isDocument(file, entry))
        const many = documents.length > MANY_DOCUMENTS
        for (const [file, entry] of documents) {
          if (!many || entry.blob === undefined) this.#reads.add(file)
          else this.#reads.delete(file)
        }
        for (const file of source.files.keys()) if (file.endsWith('.gitignore')) this.#reads.add(file)
        if (many) diff = documentsDiff(checkout)
        witnesses.push(...this.#reads, ...foldersOf(checkout, source))
      }
    } catch (error) {
      if (error instanceof GitError) return
      throw error
    }
    const stamps = takeStamps(checkout.root, witnesses)
    if (isRacy(stamps, this.#started - RACY)) return
    const memo: Memo = { key, witnesses, stamps: encodeStamps(stamps), probes: [...this.#probes], documentsDiff: diff, ...outcome }
    writeCacheFile(checkout.gitDirectory, name, JSON.stringify(memo))
  }
}

/** A partial clone can get blobs at any time, and with them other verdicts. */
function isPartialClone(checkout: Checkout): boolean {
  const config = readText(path.join(checkout.commonDirectory, 'config'))
  return /promisor|partialclone/i.test(config)
}

/** git's own files: index, HEAD, refs (a changed ref is renamed into its folder, which tells), configuration, excludes. */
function gitWitnesses(checkout: Checkout): string[] {
  const { gitDirectory, commonDirectory } = checkout
  const home = homedir()
  const configs = [
    path.join(commonDirectory, 'config'), path.join(gitDirectory, 'config.worktree'), '/etc/gitconfig',
    process.env['GIT_CONFIG_GLOBAL'] ?? path.join(home, '.gitconfig'), path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config'), 'git', 'config'),
  ]
  const excludes = configs.flatMap(file => [...readText(file).matchAll(/^\s*excludesfile\s*=\s*"?([^"\n]+)/gim)].map(match => path.resolve((match[1] ?? '').trim().replace(/^~(?=\/)/, home))))
  return [
    ...['index', 'HEAD', 'info/sparse-checkout', 'MERGE_HEAD'].map(name => path.join(gitDirectory, name)),
    ...['packed-refs', 'shallow', 'info/exclude', 'info/attributes', 'reftable', 'reftable/tables.list'].map(name => path.join(commonDirectory, name)),
    path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config'), 'git', 'ignore'),
    ...configs, ...excludes,
    ...[...new Set([gitDirectory, commonDirectory])].flatMap(folder => foldersBelow(path.join(folder, 'refs'))),
  ]
}

function configWitnesses(root: string, explicitFile: string | undefined): string[] {
  const names = ['js', 'mjs', 'cjs', 'ts', 'json', 'jsonc'].map(ending => `${tool.name}.config.${ending}`)
  return [...[...names, 'package.json'].map(name => path.join(root, name)), ...(explicitFile === undefined ? [] : [path.resolve(explicitFile)])]
}

/** A folder and all folders below it, absolute. */
function foldersBelow(folder: string): string[] {
  return [folder, ...subfolders(folder).flatMap(foldersBelow)]
}

function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => path.join(folder, entry.name))
  } catch {
    return []
  }
}

/** Every folder in which a file may appear that git does not ignore: those with files, and empty ones. From the root. */
function foldersOf(checkout: Checkout, source: ContentSource): string[] {
  const known = new Set([''])
  const children = new Map<string, number>()
  for (const file of source.files.keys()) {
    let child = file
    for (;;) {
      const slash = child.lastIndexOf('/')
      const folder = slash < 0 ? '' : child.slice(0, slash)
      if (folder === '' || known.has(folder)) break
      known.add(folder)
      child = folder
    }
  }
  for (const folder of known) {
    if (folder === '') continue
    const parent = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))
    children.set(parent, (children.get(parent) ?? 0) + 1)
  }
  const strangers: string[] = []
  for (const folder of known) collectStrangers(checkout, folder, children.get(folder) ?? 0, source, known, strangers)
  const ignored = ignoredAmong(checkout, strangers)
  const empty = strangers.filter(folder => !ignored.has(folder)).flatMap(folder => watchable(path.join(checkout.root, folder)))
  return [...[...known].map(folder => (folder === '' ? '.' : folder)), ...empty]
}

/** An empty folder (or one in which all is ignored) with the folders below it. One that ignores itself, as tools' caches do, is not entered. */
function watchable(folder: string): string[] {
  const ignores = path.join(folder, '.gitignore')
  return /^\*\s*$/m.test(readText(ignores)) ? [folder, ignores] : [folder, ...subfolders(folder).flatMap(watchable)]
}

/** Folders in `folder` that hold no file of ours. A folder has two links and one per folder inside where file systems count so. */
function collectStrangers(
  checkout: Checkout, folder: string, children: number, source: ContentSource, known: ReadonlySet<string>, strangers: string[],
): void {
  const absolute = path.join(checkout.root, folder)
  try {
    const hidden = folder === '' && lstatSync(path.join(absolute, '.git'), { throwIfNoEntry: false })?.isDirectory() === true ? 1 : 0
    if (lstatSync(absolute).nlink === 2 + children + hidden) return
    for (const entry of readdirSync(absolute, { withFileTypes: true })) {
      const inside = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory() && inside !== '.git' && !known.has(inside) && !source.files.has(inside)) strangers.push(inside)
    }
  } catch {
    // A folder that is not there (sparse checkout, all files deleted) has its stamp.
  }
}

function ignoredAmong(checkout: Checkout, folders: readonly string[]): ReadonlySet<string> {
  if (folders.length === 0) return new Set()
  try {
    return new Set(git(checkout.root, ['check-ignore', '-z', '--stdin'], folders.map(folder => `${folder}/\0`).join('')).toString('utf8').split('\0').map(folder => folder.replace(/\/$/, '')))
  } catch (error) {
    if (error instanceof GitError && error.status === 1) return new Set()
    throw error
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
