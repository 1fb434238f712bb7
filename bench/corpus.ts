/** Clean clones of the checkouts to be measured, so that every tool sees the same tracked files and nothing else. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'

export interface Corpus {
  readonly name: string
  readonly commit: string
  readonly tracked: number
  readonly documents: number
  /** Bytes of Markdown. */
  readonly bytes: number
  /** A clean clone with its whole history. */
  readonly root: string
  /** The same commit without history, as CI services check it out. */
  readonly shallow: string
  /** A clean clone with one edited document in its index. */
  readonly staged: string
  /** That document, relative to the root. */
  readonly document: string
}

/** The peers' own configuration files would change what they check or stop them. */
const CONFIGURATIONS = ['.markdownlint*', '.rumdl.toml', 'rumdl.toml', '.remarkrc*', '.remarkignore']
const AUTHOR = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', '-c', 'commit.gpgsign=false']
const MARKDOWN = ['*.md', '*.markdown', '*.mdx']

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', [...AUTHOR, ...args], { cwd, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Every git checkout directly below the folder, or the folder itself. */
export function findCheckouts(folder: string): string[] {
  if (existsSync(path.join(folder, '.git'))) return [path.resolve(folder)]
  return readdirSync(folder).sort().map(name => path.resolve(folder, name)).filter(entry => existsSync(path.join(entry, '.git')))
}

/** Clones a checkout three times below `into`; the checkout itself is only read. */
export function prepare(checkout: string, into: string): Corpus {
  const name = path.basename(checkout)
  const [root, shallow, staged] = ['full', 'shallow', 'staged'].map(kind => path.join(into, name, kind)) as [string, string, string]
  git(into, 'clone', '--quiet', '--shared', '--no-tags', checkout, root)
  const configurations = git(root, 'ls-files', '-z', ...CONFIGURATIONS.flatMap(file => [file, `**/${file}`])).split('\0').filter(Boolean)
  if (configurations.length > 0) {
    git(root, 'rm', '--quiet', '--', ...configurations)
    git(root, 'commit', '--quiet', '--no-verify', '-m', 'without configuration of linters')
  }
  const files = git(root, 'ls-files', '-z', ...MARKDOWN).split('\0').filter(file => file !== '')
  const sizes = files.map(file => lstatSync(path.join(root, file))).filter(stat => stat.isFile()).map(stat => stat.size)
  const document = files.find(file => /^readme\.md$/i.test(file)) ?? files[0]
  if (document === undefined) throw new Error(`${name} has no Markdown`)
  git(into, 'clone', '--quiet', '--depth', '1', '--no-tags', `file://${root}`, shallow)
  git(into, 'clone', '--quiet', '--shared', '--no-tags', root, staged)
  const corpus: Corpus = {
    name,
    commit: git(checkout, 'rev-parse', 'HEAD').trim(),
    tracked: git(root, 'ls-files').split('\n').length - 1,
    documents: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    root,
    shallow,
    staged,
    document,
  }
  settle([root, shallow, staged])
  return corpus
}

/** Edits the document in the staged clone; until then it equals the full clone, so that caches can be filled in it. */
export function stageEdit(corpus: Corpus): void {
  appendFileSync(path.join(corpus.staged, corpus.document), `\nSee [this page](${path.basename(corpus.document)}) and \`${corpus.document}\`.\n`)
  git(corpus.staged, 'add', '--', corpus.document)
  settle([corpus.staged])
}

/** Files as young as their index are read again by every git command; a second later one refresh settles it. */
function settle(roots: readonly string[]): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1100)
  for (const root of roots) git(root, 'status', '--porcelain')
}
