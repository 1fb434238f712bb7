/** What the documents of a repository are, as far as a configuration is about it. */
import type { Repository } from '../core/repository.ts'
import { declaresStrict } from '../core/strict-declaration.ts'
import { selectDocuments } from '../documents/select.ts'
import { mutationContractFact } from '../facts/mutation-contract.ts'
import { filesWithAttribute } from '../git/attributes.ts'

export interface Documents {
  /** How many are checked, and how many are set aside by their names. */
  readonly count: number
  readonly setAside: number
  /** Protocols: their name or title says so. Front matter that says it already is not repeated. */
  readonly protocols: readonly string[]
  /** Runbooks and playbooks: perhaps protocols, a person has to say. */
  readonly runbooks: readonly string[]
  /** Globs of what others wrote, as `.gitattributes` says. */
  readonly vendored: readonly string[]
  /** The mutation contract. */
  readonly contract: string | undefined
}

/** What is promoted, deployed or cut over by a protocol; not `http protocol`. */
const PROTOCOL = /\b(?:promotion|deploy(?:ment)?|release|roll[- ]?(?:out|back)|cut[- ]?over|migration|production|go[- ]live|hot[- ]?fix|incident|change|lockdown|operations?|ops|recovery)[- ](?:\w{1,20}[- ])?protocol\b/i
const RUNBOOK = /\b(?:run|play)[- ]?books?\b/i
const VENDORED = 'linguist-vendored'
/** The first heading stands near the top. In UTF-16 units. */
const TOP = 4000

/** Looks at the names and the first headings of all documents that `check` would read. */
export function lookForDocuments(repository: Repository): Documents {
  const { documents, setAside } = selectDocuments(repository, { paths: [], ignore: [], include: [] })
  repository.source.prefetch(documents)
  const vendoredFiles = vendoredAmong(repository, documents)
  const [protocols, runbooks]: [string[], string[]] = [[], []]
  for (const path of documents) {
    if (vendoredFiles.has(path)) continue
    const text = repository.source.read(path)?.toString('utf8').replace(/^\ufeff/, '') ?? ''
    if (declaresStrict(text)) continue
    const title = /^#[ \t]+([^\n]{1,300})/m.exec(text.slice(0, TOP))?.[1] ?? ''
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '').replaceAll('_', '-')
    if (isIndex(name)) continue
    if (PROTOCOL.test(name) || PROTOCOL.test(title)) protocols.push(path)
    else if (RUNBOOK.test(name) || RUNBOOK.test(title) || isInRunbooks(path)) runbooks.push(path)
  }
  const contract = repository.get(mutationContractFact)?.path
  return { count: documents.length, setAside: setAside.length, protocols, runbooks, vendored: globsOf(repository, vendoredFiles), contract }
}

/** `runbooks/README.md` lists runbooks and is none. */
function isIndex(name: string): boolean {
  return /^(?:readme|index|_index|contributing|agents|claude)$/i.test(name)
}

function isInRunbooks(path: string): boolean {
  return path.split('/').slice(0, -1).some(folder => /^(?:run|play)[-_]?books?$/i.test(folder))
}

/** Asks git only when some `.gitattributes` has the word. */
function vendoredAmong(repository: Repository, documents: readonly string[]): ReadonlySet<string> {
  const attributes = [...repository.source.files.keys()].filter(path => path === '.gitattributes' || path.endsWith('/.gitattributes'))
  if (!attributes.some(path => repository.source.read(path)?.includes(VENDORED) === true)) return new Set()
  return filesWithAttribute(repository.root, VENDORED, documents)
}

/** The fewest globs for these documents: topmost folders in which everything is vendored, code too, and the rest by name. */
function globsOf(repository: Repository, vendored: ReadonlySet<string>): readonly string[] {
  if (vendored.size === 0) return []
  const around = new Set([...vendored].flatMap(path => foldersAbove(path).slice(0, 1)))
  const beside = [...repository.source.files.keys()].filter(path => around.has(path.slice(0, Math.max(0, path.indexOf('/')))))
  const foreign = filesWithAttribute(repository.root, VENDORED, beside)
  const own = new Set(beside.filter(path => !foreign.has(path)).flatMap(foldersAbove))
  const globs = [...vendored].map((path) => {
    const folder = foldersAbove(path).find(above => !own.has(above))
    return folder === undefined ? literal(path) : `${literal(folder)}/**`
  })
  return [...new Set(globs)].sort()
}

/** From the outermost on. */
function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'))
}

/** A path as a glob that means exactly it. */
export function literal(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&')
}
