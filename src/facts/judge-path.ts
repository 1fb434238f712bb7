/** The verdict on a path that a document names. */
import picomatch from 'picomatch'
import { audienceOf, EVERYBODYS_FILE, planOf } from '../analysis/audience.ts'
import type { PathTarget } from '../analysis/paths/mention.ts'
import { replacing } from '../core/fix.ts'
import { parseHostingUrl } from '../core/hosting.ts'
import { joinPath } from '../core/paths.ts'
import type { Reference } from '../core/reference.ts'
import type { Repository } from '../core/repository.ts'
import { holds, unknown, type Broken, type Fix, type Verdict } from '../core/verdict.ts'
import { baseName, filesFact, folderOf } from './files.ts'
import { globsFact } from './globs.ts'
import { findGone, isReadersFile, isTooOld, TEST_DATA } from './gone-path.ts'
import { historyFact } from './history.ts'
import { ignoredFact } from './ignored.ts'
import { isReplacement, nearPath, type NearPath } from './near-path.ts'
import { pathFix } from './path-fix.ts'
import { findRemoval, removalText, type Gone } from './receipt.ts'
import { remotesFact } from './remotes.ts'
import { candidatesOf, findPath, type WrittenPath } from './resolve-path.ts'
import { treeBase } from './tree-base.ts'

/** The reason that `settlePaths` counts. */
export const NEVER_EXISTED = 'it never existed in this repository'

type Judged = Verdict | undefined

/**
 * Judges one path. `undefined` means that the words are no path after all (`http/json`).
 * @param ignore globs of written paths that are never judged
 */
export function judgePath(reference: Reference<PathTarget>, repository: Repository, ignore: readonly string[]): Judged {
  const { target } = reference
  if (ignore.length > 0 && picomatch.isMatch(target.path, [...ignore], { dot: true })) return undefined
  if (target.revision !== undefined) return unknown(`it is cited at revision ${target.revision}`)
  const verdict = judgeByForm(reference, repository)
  const genre = verdict?.status === 'broken' ? planOf(reference.path) : undefined
  return genre === undefined ? verdict : unknown(`the document is a ${genre}: its paths speak of another day`)
}

function judgeByForm(reference: Reference<PathTarget>, repository: Repository): Judged {
  const { target } = reference
  if (target.origin === 'tree') return judgeTreeEntry(reference, repository)
  if (target.glob) return judgeGlob(reference, repository)
  const written = writtenPath(target)
  if (written === undefined) return target.form === 'path' ? unknown('the folder that the command runs in can\'t be known') : undefined
  const found = findPath(repository, reference.path, written)
  if (found !== undefined) return judgeFound(reference, repository, found.path, found.how)
  return judgeMissing(reference, repository, candidatesOf(reference.path, written))
}

/** Where the words may be meant from; `undefined` when the command's folder can't be known. */
function writtenPath(target: PathTarget): WrittenPath | undefined {
  const first: string[] = []
  if (target.directory === null) return undefined
  if (target.directory?.startsWith('clone:') === true) first.push(target.directory.slice(target.directory.lastIndexOf(':') + 1))
  else if (target.directory !== undefined) first.push(target.directory)
  if (target.sibling !== undefined) first.push(target.sibling)
  return { path: target.path, first: first.map(folder => joinPath('', folder) ?? ''), suffix: target.form !== 'weak' || target.origin === 'code' }
}

function judgeFound(reference: Reference<PathTarget>, repository: Repository, path: string, how: string): Judged {
  const { target } = reference
  if (how === 'submodule') return unknown(`it lies in the submodule \`${path}\``)
  if (how === 'extension' && /\.\w+$/.test(target.path) && !isReadersFile(reference)) {
    // `a.js` may stand for `a.ts` in an import; where history held `a.js` itself, the text is older than the rename.
    const asWritten = candidatesOf(reference.path, { path: target.path, suffix: false })
    const gone = findRemoval(repository, asWritten.filter(candidate => stemOf(candidate) === stemOf(path)))
    if (gone?.how === 'path') return judgeGone(reference, repository, { ...gone, successor: gone.successor ?? path })
  }
  const lastLine = target.endLine ?? target.line
  if (lastLine !== undefined && how !== 'extension') {
    const lines = countLines(repository, path)
    if (lines !== undefined && lastLine > lines && (how === 'exact' || repository.get(filesFact).withSuffix(target.path).length === 1)) {
      return {
        status: 'broken', confidence: 'high', messageId: 'lineBeyondEnd', data: { path, lines: String(lines) },
        evidence: `\`${path}\` ends at line ${String(lines)}`,
      }
    }
  }
  return how === 'exact' ? holds() : holds(`\`${path}\``)
}

function stemOf(path: string): string {
  return path.replace(/\.\w+$/, '')
}

/** Lines of a text file (a last line without a line break counts), or `undefined` for a folder or binary file. */
function countLines(repository: Repository, path: string): number | undefined {
  const bytes = repository.source.read(path)
  if (bytes === undefined || bytes.includes(0)) return undefined
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++
  return bytes.length > 0 && bytes.at(-1) !== 10 ? lines + 1 : lines
}

function judgeMissing(reference: Reference<PathTarget>, repository: Repository, candidates: readonly string[]): Judged {
  const { target } = reference
  const other = target.link === undefined ? undefined : judgeLinkText(reference, repository, target.link)
  if (other !== undefined) return other === 'not-ours' ? undefined : unknown(other)
  const notAClaim = target.generic === true || target.form === 'weak' || target.path.startsWith('/') || (target.form === 'name' && target.origin !== 'code')
  if (candidates.length === 0) return notAClaim ? undefined : unknown('it leads out of the repository')
  const files = repository.get(filesFact)
  if (target.form === 'path' && !(target.wording === 'elsewhere' && target.path.startsWith('../'))) {
    for (const candidate of candidates) {
      const real = files.inOtherCase(candidate)
      if (real !== undefined && target.origin !== 'prose') return wrongCase(reference, real)
    }
  }
  if (target.struck === true) return unknown('it is struck through')
  const history = repository.get(historyFact)
  const gone = findGone(reference, repository, candidates)
  if (gone !== undefined) return judgeGone(reference, repository, gone)
  if (isIgnored(repository, candidates)) {
    // On a server, or in a package of others, nobody here knows what is there.
    const isMadeHere = MADE_HERE.has(target.wording) && !/^\/|(?:^|\/)node_modules\//.test(target.path)
    return isMadeHere ? holds('git ignores it, as what is made and cleaned up here') : unknown('git ignores it')
  }
  if (notAClaim) return undefined
  const near = judgeNear(reference, repository, candidates)
  if (near !== undefined) return near
  if (!history.available) return unknown(history.reason)
  return target.form === 'name' ? unknown('no file of this name is or was here') : unknown(NEVER_EXISTED)
}

/** Words of a text that makes a thing or clears it away. Where git ignores it as well, both say that no repository keeps it. */
const MADE_HERE: ReadonlySet<PathTarget['wording']> = new Set(['made', 'generated', 'planned', 'removed', 'example'] as const)

/**
 * A link's text names what the link goes to. `not-ours` when that is a page of another repository or another file that
 * exists; a reason when it is cited at a fixed revision; `undefined` when the text has to stand for itself.
 */
function judgeLinkText(reference: Reference<PathTarget>, repository: Repository, link: string): string | undefined {
  if (/\/(?:blob|tree|raw|blame)\/(?:[0-9a-f]{7,40}|v?\d+\.\d[^/]*)\//.test(link)) return 'it is linked at a fixed revision'
  const hosting = parseHostingUrl(link)
  if (hosting !== undefined) return repository.get(remotesFact).ownership(hosting) === 'foreign' ? 'not-ours' : undefined
  if (/^[a-z][\w+.-]*:/i.test(link) || link === '' || link.startsWith('#')) return undefined
  const path = link.replace(/[?#].*$/, '')
  const found = findPath(repository, reference.path, { path, suffix: false })
  if (found === undefined || baseName(found.path) === baseName(reference.target.path)) return undefined
  // `[old.md](new.md)` where history says that one became the other: the text was left behind.
  const gone = findRemoval(repository, candidatesOf(reference.path, { path: reference.target.path, suffix: false }))
  return gone?.successor === found.path ? undefined : 'not-ours'
}

function judgeGone(reference: Reference<PathTarget>, repository: Repository, gone: Gone): Judged {
  const { target } = reference
  const weakClaim = gone.how !== 'path' || target.form !== 'path'
  if (target.wording === 'example' && (target.form === 'weak' || isTooOld(repository, reference.path, gone))) return unknown('it is only an example')
  if (gone.how === 'folder' && isBuildOutput(repository, gone.removal.path)) return unknown('a build makes it')
  if (target.wording === 'removed') return unknown('the text itself says that it is gone')
  // What git has renamed as it was, no tool makes at its old place.
  if (target.wording === 'made' && !(gone.certain && gone.successor !== undefined)) return unknown('the text says that a tool makes it')
  if (target.wording === 'if-present') return unknown('the text says that it need not be there')
  if (target.wording === 'elsewhere') return unknown('the text says that it lies elsewhere')
  if (target.section === 'removed') return unknown('the section is about removed things')
  if (weakClaim && (target.wording === 'planned' || target.wording === 'conditional')) return unknown(`the text calls it ${target.wording}`)
  if (target.path.startsWith('/') && gone.how === 'suffix') return undefined
  if (isIgnored(repository, [gone.removal.path])) return unknown('git ignores it now')
  const evidence = removalText(gone, target.path)
  const fix = gone.successor === undefined ? undefined : successorFix(reference, repository, gone, gone.successor)
  return {
    status: 'broken', confidence: gone.how === 'suffix' && target.form === 'name' ? 'medium' : 'high', messageId: 'removed',
    data: { path: reference.subject }, evidence,
    ...(fix === undefined ? {} : { fix }),
  }
}

/** Folders that builds make. Once tracked by accident, they are in the history of many repositories. */
function isBuildOutput(repository: Repository, path: string): boolean {
  const [top = ''] = path.split('/')
  const made = /^(?:dist|build|out|output|target|coverage|node_modules|\.next|\.nuxt|\.turbo|\.cache|\.output|tmp|temp|logs?|obj|__pycache__|\.venv|venv|generated|_site|public|storybook-static)$/
  return (made.test(top) && !repository.get(filesFact).hasFolder(top)) || made.test(baseName(path))
}

/**
 * `safe` where git has the very same content under the new name, in the same commit: only then nobody could mean another file.
 * A line number may have moved with an edit since, and of a part of a path nobody knows which folder was meant.
 */
function successorFix(reference: Reference<PathTarget>, repository: Repository, gone: Gone, successor: string): Fix | undefined {
  const { target } = reference
  const written = writtenPath(target)
  const lastLine = target.endLine ?? target.line
  if (written === undefined || (lastLine !== undefined && lastLine > (countLines(repository, successor) ?? 0))) return undefined
  const certain = gone.certain && gone.how === 'path' && lastLine === undefined
  return pathFix(reference, written, repository, { from: gone.removal.path, to: successor }, certain ? 'safe' : 'suggestion')
}

function wrongCase(reference: Reference<PathTarget>, real: string): Broken {
  const { target, subject } = reference
  // A tree diagram shows only the last name of a path.
  const written = subject.includes(target.path) ? target.path : baseName(target.path)
  const at = subject.indexOf(written)
  const tail = real.slice(-written.length)
  const fixable = at >= 0 && tail !== written && tail.toLowerCase() === written.toLowerCase()
  return {
    status: 'broken', confidence: 'high', messageId: 'wrongCase', data: { path: subject, real },
    evidence: `the repository has \`${real}\``,
    ...(fixable ? {
      fix: { safety: 'safe', range: [reference.start + at, reference.start + at + written.length], text: tail, title: `Write \`${tail}\`` },
    } : {}),
  }
}

function judgeNear(reference: Reference<PathTarget>, repository: Repository, candidates: readonly string[]): Verdict | undefined {
  const { target } = reference
  if (target.wording !== undefined || target.section !== undefined || target.origin === 'prose' || target.folder) return undefined
  const audience = audienceOf(reference.path)
  if (audience === 'user' || (target.form === 'name' && (audience !== 'contributor' || EVERYBODYS_FILE.test(target.path)))) return undefined
  const near = target.form === 'name' ? candidates.filter(path => path === target.path) : candidates
  for (const candidate of near) {
    if (folderOf(candidate) === '' && target.form !== 'name') continue
    const namesake = nearPath(repository, candidate)
    if (namesake === undefined) continue
    return {
      status: 'broken', confidence: 'medium', messageId: 'missing', data: { path: reference.subject },
      evidence: `the nearest name is \`${namesake.path}\``, ...nearFix(reference, repository, candidate, namesake),
    }
  }
  const [full] = candidates.filter(path => path === target.path)
  if (full === undefined || target.origin === 'command' || target.form !== 'path') return undefined
  const folder = folderOf(full)
  const siblings = repository.get(filesFact).childrenOf(folder)
  const ending = /\.\w+$/.exec(full)?.[0] ?? ''
  if (!folder.includes('/') || ending === '' || siblings.filter(name => name.endsWith(ending)).length < 2) return undefined
  return {
    status: 'broken', confidence: 'medium', messageId: 'missing', data: { path: reference.subject },
    evidence: `\`${folder}\` holds ${String(siblings.length)} entries, but no \`${baseName(full)}\``,
  }
}

/** Always a suggestion: nobody has seen the one become the other. */
function nearFix(reference: Reference<PathTarget>, repository: Repository, from: string, near: NearPath): { readonly fix?: Fix } {
  const written = writtenPath(reference.target)
  const fix = written === undefined || !isReplacement(near, from) ? undefined : pathFix(reference, written, repository, { from, to: near.path }, 'suggestion')
  return fix === undefined ? {} : { fix }
}

/** The entry of a diagram under its new name. Elsewhere in the tree, its line would have to move. */
function entryFix(reference: Reference, from: string, to: string | undefined): { readonly fix?: Fix } {
  return to === undefined || folderOf(from) !== folderOf(to) ? {} : replacing(reference, baseName(from), baseName(to))
}

function judgeTreeEntry(reference: Reference<PathTarget>, repository: Repository): Judged {
  const { target } = reference
  const base = treeBase(repository, reference.path, target.neighbours ?? [])
  if (base === undefined) return undefined
  const path = base.place(target.path)
  if (path === undefined) return undefined
  const files = repository.get(filesFact)
  if (files.has(path) || files.hasFolder(path)) return holds()
  const here = { ...reference, target: { ...target, path, neighbours: [] } }
  const real = files.inOtherCase(path)
  if (real !== undefined) return wrongCase(here, real)
  if (target.struck === true || target.wording !== undefined) return unknown(`the text calls it ${target.wording ?? 'struck out'}`)
  const gone = findRemoval(repository, [path])
  if (gone !== undefined) {
    if (isIgnored(repository, [path])) return unknown('git ignores it now')
    return {
      status: 'broken', confidence: 'high', messageId: 'removed', data: { path }, evidence: removalText(gone), ...entryFix(reference, path, gone.successor),
    }
  }
  if (isIgnored(repository, [path])) return unknown('git ignores it')
  if (!files.hasFolder(folderOf(path))) return unknown('its folder is not there either')
  const namesake = nearPath(repository, path)
  return {
    status: 'broken', confidence: namesake === undefined ? 'low' : 'medium', messageId: 'missing', data: { path },
    ...(namesake === undefined ? {} : { evidence: `the nearest name is \`${namesake.path}\``, ...entryFix(reference, path, isReplacement(namesake, path) ? namesake.path : undefined) }),
  }
}

function judgeGlob(reference: Reference<PathTarget>, repository: Repository): Judged {
  const { target } = reference
  const patterns = target.path.includes('/') ? candidatesOf(reference.path, { path: target.path, suffix: true }) : [`**/${target.path}`]
  const written = target.path.startsWith('/') ? [] : [`**/${target.path.replace(/^(?:\.{1,2}\/)+/, '')}`]
  const glob = repository.get(globsFact).find([...patterns, ...written])
  if (glob.found) return holds()
  if (!target.path.includes('/') || target.wording !== undefined) return undefined
  const history = repository.get(historyFact)
  const last = history.lastRemoved(glob.match)
  if (last === undefined) return history.available ? unknown('nothing matches, and nothing ever did') : unknown(history.reason)
  const gone: Gone = { removal: last, successor: history.successorOf(last), certain: false, how: 'suffix' }
  if (isTooOld(repository, reference.path, gone) || TEST_DATA.test(last.path)) return unknown('nothing matches since before the document was written')
  if (isIgnored(repository, [last.path])) return unknown('git ignores what matched')
  return { status: 'broken', confidence: 'high', messageId: 'noMatch', data: { path: reference.subject }, evidence: `the last match ${removalText(gone)}` }
}

function isIgnored(repository: Repository, candidates: readonly string[]): boolean {
  const ignored = repository.get(ignoredFact)
  return candidates.some(path => ignored.ignores(path))
}
