/** Whether a script that a document calls exists, and in which package. */
import { distance } from 'fastest-levenshtein'
import { audienceOf } from '../../analysis/audience.ts'
import type { Repository } from '../../core/repository.ts'
import { holds, unknown, type Confidence, type Verdict } from '../../core/verdict.ts'
import { binariesFact } from '../binaries.ts'
import { baseName, filesFact, folderOf } from '../files.ts'
import { historyFact } from '../history.ts'
import { packagesFact, unscoped, type Package } from '../packages.ts'
import { sitesFact } from '../site.ts'
import { declares, tasksFact } from '../tasks.ts'
import { nearNames } from './near-name.ts'
import { renamedScript } from './renamed-script.ts'
import { isThisRepository, standingOf, type SaidPlace } from './standing.ts'

/** A script call as a document makes it; plain data. */
export interface SaidScript {
  readonly manager: string
  readonly script: string
  readonly explicit: boolean
  readonly findsBinaries: boolean
  readonly packages: readonly string[]
  readonly atRoot: boolean
  readonly everywhere: boolean
  readonly place: SaidPlace
}

/** What the document's text around a call says. */
export interface SaidAround {
  readonly origin: 'fence' | 'inline'
  /** The sentence says that the thing is gone, or it is struck through. */
  readonly gone: boolean
  /** Commands before made a project of the reader's own (`npm create`, `npm init`): in the same section, or only earlier. */
  readonly ownProject: 'section' | 'document' | null
  /** URLs that `git clone` commands before name, and names of repositories in which the reader is said to stand; `here`: in the same section. */
  readonly clones: readonly { readonly url: string; readonly here: boolean }[]
  /** The document shows a definition of this name: the reader is told to add it. */
  readonly definedHere: boolean
}

/** Names that every project has: in a document for users they mean the user's own project. */
const GENERIC = new Set(
  `dev develop start build preview serve test lint format watch clean generate deploy check typecheck type-check types coverage prepare
  production prod bundle dev:server build:prod build:ssr ssr android ios web storybook test:unit test:e2e test:watch lint:fix prettier`.split(/\s+/),
)
/** Script names that no binary has. */
const NEVER_BINARY = new Set('dev start build preview test lint format watch clean deploy check typecheck coverage bootstrap release e2e docs compile install-all ci'.split(' '))
/** English words after a package manager's name in prose. */
const PROSE = new Set('is and or the a an to for in with workspace workspaces package packages registry version versions scripts script command commands as you we can will are was has have from on of users user cli lockfile project'.split(' '))

/** Folders of websites and guides whose readers use the product. */
const SITE = /(?:^|\/)(?:docs?|documentation|website|site|www|content|guides?|tutorials?|blog|pages|i18n|versioned_docs|_docs|docs-[^/]+|reference|learn|recipes|cookbook|skills?)\//i
/** Documents for those who work on the repository itself. */
const CONTRIBUTING = /contribut|develop|hacking|maintain|internal|runbook|agents|claude|building|release|testing|onboarding|workflow|architecture|deploy|operations|local|setup/i

/** Judges a script call; `undefined` when a bare name is a binary or prose, of which nothing is claimed. */
export function judgeScript(
  repository: Repository, documentPath: string, said: SaidScript, around: SaidAround, nameRange: readonly [number, number],
): Verdict | undefined {
  const packages = repository.get(packagesFact)
  if (packages.all.length === 0) return unknown('the repository has no package.json')
  if (said.packages.length > 0) return judgeNamed(repository, said, around, nameRange)
  if (said.everywhere) {
    const having = packages.withScript(said.script)
    if (having.length > 0) return holds(`a script of ${having[0]?.path ?? ''}`)
  }
  const standing = standingOf(repository, documentPath, said.place)
  if (standing.kind === 'outside') return foundAnywhere(repository, said) ?? unknown(standing.reason)
  const home = said.atRoot && packages.root !== undefined ? [packages.root] : []
  const candidates = new Set<Package>(home)
  if (standing.kind === 'anywhere') for (const folder of standing.folders) add(candidates, packages.at(folder))
  else for (const folder of standing.folders) add(candidates, packages.nearestPackage(folder))
  for (const one of candidates) if (one.scripts.has(said.script)) return holds(`a script of ${one.path}`)
  const enclosing = packages.enclosing(documentPath)
  const above = enclosing.find(one => one.scripts.has(said.script))
  if (above !== undefined) return holds(`a script of ${above.path}`)
  if (isBinary(repository, said)) return undefined
  const other = otherProvider(repository, said, [...candidates])
  if (other !== undefined) return other
  const elsewhere = packages.withScript(said.script)
  const [first] = elsewhere
  const certain = standing.kind === 'named' && standing.folders.every(folder => packages.at(folder) !== undefined)
  if (first !== undefined && !certain) return holds(`a script of ${first.path}`)
  const excuse = excuseFor(repository, documentPath, said, around, candidates) ?? (standing.kind === 'named' ? undefined : readersOwn(repository, documentPath, said, candidates))
  if (excuse !== undefined) return unknown(excuse)
  const [nearest] = candidates
  if (nearest === undefined) return unknown('no package.json belongs to the document')
  return broken(repository, nearest, said, nameRange, confidenceOf(said, around, [...candidates], first), first)
}

function add(set: Set<Package>, one: Package | undefined): void {
  if (one !== undefined) set.add(one)
}

/** A README right beside the package.json that it describes. */
function isOwnManual(documentPath: string, candidates: ReadonlySet<Package>): boolean {
  const [nearest] = candidates
  return nearest !== undefined && nearest.scripts.size > 0 && nearest.folder === folderOf(documentPath) && /(?:^|\/)readme\.mdx?$/i.test(documentPath)
}

function foundAnywhere(repository: Repository, said: SaidScript): Verdict | undefined {
  const [first] = repository.get(packagesFact).withScript(said.script)
  return first === undefined ? undefined : holds(`a script of ${first.path}`)
}

/** A bare name that some dependency's binary has, or a word of a sentence. */
function isBinary(repository: Repository, said: SaidScript): boolean {
  if (!said.explicit && PROSE.has(said.script.toLowerCase())) return true
  return said.findsBinaries && !NEVER_BINARY.has(said.script) && repository.get(binariesFact).providerOf(said.script) !== undefined
}

/** Something else that the name can mean: a built-in default, a task of the same runner. */
function otherProvider(repository: Repository, said: SaidScript, candidates: readonly Package[]): Verdict | undefined {
  const files = repository.get(filesFact)
  if (said.script === 'start' && candidates.some(one => files.has(one.folder === '' ? 'server.js' : `${one.folder}/server.js`))) return holds('server.js')
  if (said.manager === 'npm' && said.script === 'restart') return unknown('npm restart runs stop and start')
  if (said.manager === 'bun' && (files.has(said.script) || /[./]/.test(said.script))) return unknown('bun can run a file of that name')
  if (said.script === 'env' && said.explicit) return unknown('a built-in command of the package manager')
  const deno = said.manager === 'bun' ? undefined : repository.get(tasksFact).filesOf('deno').find(file => declares(file, said.script))
  return deno === undefined ? undefined : unknown(`a task of ${deno.path}`)
}

function excuseFor(
  repository: Repository, documentPath: string, said: SaidScript, around: SaidAround, candidates: ReadonlySet<Package>,
): string | undefined {
  if (around.gone) return 'the text says that it is gone'
  if (around.definedHere) return 'the document shows how to define it'
  if (around.ownProject === 'section') return "the commands before it make a project of the reader's own"
  const clone = around.clones.find(one => (one.here || GENERIC.has(said.script)) && !isThisRepository(repository, one.url))
  if (clone !== undefined) return `the document clones or works in ${clone.url}: its scripts can be meant`
  if (said.script.includes('/')) return 'a name with a slash can stand for several scripts'
  if ([...candidates].every(one => one.scripts.size === 0)) return 'no package around the document has scripts'
  if ([...candidates].every(one => one.sample)) return 'only test data or templates lie around the document'
  // A template's README names the template's own scripts, whatever made the copy.
  if (!GENERIC.has(said.script) || isOwnManual(documentPath, candidates)) return undefined
  if (around.ownProject === 'document') return "the document makes a project of the reader's own"
  return isManual(documentPath) ? "a name that every project has, in a document for users: the reader's own project can be meant" : undefined
}

/** A page for users of the product, not for those who work on it. */
function isManual(path: string): boolean {
  return SITE.test(path) && !CONTRIBUTING.test(baseName(path)) && audienceOf(path) !== 'contributor'
}

/** A tutorial without a package of its own, or a manual's bare name: what runs there is not this repository's. */
function readersOwn(repository: Repository, documentPath: string, said: SaidScript, candidates: ReadonlySet<Package>): string | undefined {
  if (repository.get(packagesFact).at(folderOf(documentPath)) !== undefined) return undefined
  if (audienceOf(documentPath) === 'user') return "a tutorial or manual with no package of its own: the reader's own project can be meant"
  if (said.explicit || !isManual(documentPath)) return undefined
  const near = nearNames(said.script, [...candidates].flatMap(one => [...one.scripts.keys()])).close.length > 0
  // With a colon it is no command of the manager; only a published site then speaks of other projects.
  const isOwn = near || (said.script.includes(':') && repository.get(sitesFact).of(documentPath) === undefined)
  return isOwn ? undefined : `a manual for users: it can be a command of ${said.manager} or the reader's own script`
}

/**
 * `run x` is certain. A bare name can also be a binary that some dependency brings: a colon, a near script, or a name
 * that no program has make it certain; otherwise a hyphen or a fence make it likely.
 */
function confidenceOf(said: SaidScript, around: SaidAround, candidates: readonly Package[], elsewhere: Package | undefined): Confidence {
  // A runner over all packages also takes what only some tool's configuration knows.
  if (said.manager === 'lerna') return 'low'
  if (elsewhere !== undefined) return 'medium'
  if (said.explicit || said.script.includes(':') || NEVER_BINARY.has(said.script)) return 'high'
  if (nearNames(said.script, candidates.flatMap(one => [...one.scripts.keys()])).close.length > 0) return 'high'
  return around.origin === 'fence' || /[-_]/.test(said.script) ? 'medium' : 'low'
}

function broken(
  repository: Repository, nearest: Package, said: SaidScript, range: readonly [number, number],
  confidence: Confidence, elsewhere: Package | undefined,
): Verdict {
  const names = [...nearest.scripts.keys()]
  const near = nearNames(said.script, names)
  const renamed = elsewhere === undefined ? renamedScript(repository, nearest, said.script) : undefined
  const receipt = elsewhere !== undefined ? `${elsewhere.path} has a script of that name`
    : renamed !== undefined ? `${renamed.same ? 'renamed to' : 'replaced by'} \`${renamed.name}\`${renamed.when}`
      : near.best !== undefined ? `nearest: \`${near.best}\`` : names.length === 0 ? 'it has no scripts' : `it has ${names.slice(0, 6).map(name => `\`${name}\``).join(', ')}${names.length > 6 ? ', …' : ''}`
  const [only, second] = near.close
  const text = renamed?.name ?? (second === undefined ? only : undefined)
  // Only the very command under another name is certain, and only where nothing but a script can be meant.
  const safety = renamed?.same === true && confidence === 'high' && said.explicit ? 'safe' : 'suggestion'
  // `npm start` without `run` is not how another name is called.
  const fits = said.explicit || said.manager !== 'npm'
  return {
    status: 'broken', confidence, messageId: 'script', data: { package: nearest.path, script: said.script }, evidence: receipt,
    ...(text !== undefined && fits ? { fix: { safety, range, text, title: `Replace by \`${text}\`` } } : {}),
  }
}

/** A call that names its packages. */
function judgeNamed(
  repository: Repository, said: SaidScript, around: SaidAround, range: readonly [number, number],
): Verdict | undefined {
  const packages = repository.get(packagesFact)
  const found: Package[] = []
  let missing: string | undefined
  for (const written of said.packages) {
    const matched = packagesFor(repository, written)
    if (matched === undefined) return unknown(`the filter ${written} can't be read`)
    if (matched.length === 0) missing ??= written
    found.push(...matched)
  }
  const having = found.find(one => one.scripts.has(said.script))
  if (having !== undefined) return holds(`a script of ${having.path}`)
  const [first] = found
  if (first !== undefined) {
    if (isBinary(repository, said)) return undefined
    if (around.gone) return unknown('the text says that it is gone')
    if (around.definedHere) return unknown('the document shows how to define it')
    if (first.scripts.size === 0 || said.packages.some(one => one.includes('...'))) return unknown('the filter can mean further packages')
    return broken(repository, first, said, range, said.explicit || said.script.includes(':') || GENERIC.has(said.script) ? 'high' : 'medium', undefined)
  }
  if (missing === undefined) return unknown('no package is named')
  if (around.gone) return unknown('the text says that it is gone')
  if (around.ownProject !== null || around.definedHere) return unknown("the reader's own project can be meant")
  const near = nearNames(missing, packages.all.flatMap(one => (one.name === undefined ? [] : [one.name])))
  const slip = packages.all.find(one => one.name !== undefined && isSlip(missing, one.name))
  const removed = slip === undefined && wasPackage(repository, missing)
  if (slip === undefined && !removed) return unknown(`no package is named ${missing}, and none was: the reader's own project can be meant`)
  const evidence = slip?.name ?? near.best
  return {
    status: 'broken', confidence: 'medium', messageId: 'package', data: { package: missing },
    ...(evidence === undefined ? {} : { evidence: `nearest: \`${evidence}\`` }),
  }
}

/** Whether at most two letters differ in a name long enough for that to be no other name. */
function isSlip(written: string, real: string): boolean {
  const [ours, theirs] = [unscoped(written), unscoped(real)]
  // Everything but the scope is right, or the scope is.
  if (ours === theirs && ours.length >= 4) return written.includes('/')
  if (written.slice(0, -ours.length) !== real.slice(0, -theirs.length)) return false
  return distance(ours, theirs) <= Math.min(2, Math.floor(ours.length / 4))
}

/** Whether the repository once had a package in a folder of that name. */
function wasPackage(repository: Repository, written: string): boolean {
  const folder = unscoped(written.replace(/^[.^{]+\/?|[.^}]+$/g, '')).replace(/^\/+|\/+$/g, '')
  if (folder === '' || folder.includes('*')) return false
  return repository.get(historyFact).removedWithSuffix(`${folder}/package.json`).length > 0
}

/** Packages that a `--filter`, `-w` or `workspace` value means; `undefined` for a form that depends on git or the lock file. */
function packagesFor(repository: Repository, written: string): readonly Package[] | undefined {
  const packages = repository.get(packagesFact)
  let text = written.replace(/^\.\.\.\^?/, '').replace(/\^?\.\.\.$/, '').replace(/^["']|["']$/g, '')
  if (text === '' || text.startsWith('!') || text.includes('[') || /[<>$]/.test(text)) return undefined
  if (text.startsWith('{')) text = text.slice(1).replace(/\}.*$/, '')
  const folder = text.replace(/^\.\//, '').replace(/\/+$/, '')
  const at = packages.at(folder)
  if (at !== undefined && folder !== '') return [at]
  const named = packages.named(text)
  if (named !== undefined) return [named]
  if (text.includes('*')) {
    const pattern = new RegExp(`^${text.split('*').slice(0, 6).map(part => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.*')}$`)
    return packages.all.filter(one => (one.name !== undefined && pattern.test(one.name)) || pattern.test(one.folder) || pattern.test(`./${one.folder}`))
  }
  // pnpm takes `web` for the only `@scope/web`; npm takes a folder above several packages.
  const unscopedMatches = packages.all.filter(one => one.name?.endsWith(`/${text}`) === true)
  if (unscopedMatches.length > 0) return unscopedMatches
  return packages.all.filter(one => one.folder.startsWith(`${folder}/`) || one.folder.endsWith(`/${folder}`))
}
