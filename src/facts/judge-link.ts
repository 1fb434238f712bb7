/** The verdict on a link. */
import type { LinkTarget, LocalTarget, UrlTarget } from '../analysis/links/mentions.ts'
import type { Reference } from '../core/reference.ts'
import type { Repository } from '../core/repository.ts'
import { holds, unknown, type Broken, type Confidence, type Fix, type Verdict } from '../core/verdict.ts'
import { baseName, filesFact, folderOf } from './files.ts'
import { historyFact } from './history.ts'
import { ignoredFact } from './ignored.ts'
import { judgeFragment } from './judge-fragment.ts'
import { encodedPath, linkFix } from './link-fix.ts'
import { hasEnding, locateLink, type MissingTarget } from './link-target.ts'
import { isReplacement, nearPath } from './near-path.ts'
import { findRemoval, removalText, type Gone } from './receipt.ts'
import { remotesFact, revisionsFact } from './remotes.ts'
import { isAmongVariants } from './site/variants.ts'

/** Judges one link; `undefined` for a URL of another repository. */
export function judgeLink(reference: Reference<LinkTarget>, repository: Repository): Verdict | undefined {
  const { target } = reference
  if (isTestData(reference.path)) return unknown('the document is data of a test')
  return target.kind === 'url' ? judgeUrl(reference, target, repository) : judgeLocal(reference, target, repository)
}

function judgeLocal(reference: Reference<LinkTarget>, target: LocalTarget, repository: Repository): Verdict {
  const { fragment, fragmentRange } = target
  const inside = (path: string): Verdict =>
    fragment === undefined ? holds() : judgeFragment(repository, { from: reference.path, path, fragment, range: fragmentRange })
  if (target.path === '') return inside(reference.path)
  const located = locateLink(repository, reference.path, target.path)
  switch (located.how) {
    case 'folder': {
      const verdict = inside(located.path)
      // Seen from a page's URL, `./` is the page itself and `../` its folder.
      return verdict.status === 'broken' && /^[./]*$/.test(target.path) ? unknown('sites and repositories read dots differently') : verdict
    }
    case 'file': {
      const verdict = inside(located.path)
      return verdict.status === 'broken' && located.path !== reference.path && isAmongVariants(repository, reference.path, located.path) ? unknown(GENERATED_MANUAL) : verdict
    }
    case 'unknown': return unknown(located.reason)
    case 'case': return wrongCase(reference, target, located.path, repository)
    case 'missing': return judgeMissing(reference, target, located, repository)
  }
}

function wrongCase(reference: Reference<LinkTarget>, target: LocalTarget, real: string, repository: Repository): Verdict {
  if (isTemplate(reference.path)) return unknown(COPIED)
  const fix = linkFix(repository, reference.path, target, real, 'safe')
  return {
    status: 'broken', confidence: 'high', messageId: 'wrongCase', data: { target: target.path, real },
    evidence: `the repository has \`${real}\``,
    ...(fix === undefined ? {} : { fix }),
  }
}

const GENERATED_MANUAL = 'the manual comes in several languages: its generator makes the pages'
const COPIED = 'the document is copied or included elsewhere, where its links start from another folder'

function judgeMissing(reference: Reference<LinkTarget>, target: LocalTarget, missing: MissingTarget, repository: Repository): Verdict {
  const { candidates, site } = missing
  const path = candidates[0]
  if (path === undefined) return unknown('it leads out of the repository')
  if (isTemplate(reference.path)) return unknown(COPIED)
  if (HOST_ROUTE.test(target.path)) return unknown('it is a page of the hosting site')
  if (inOtherLanguage(path, repository)) return unknown('it exists in another language: the site may fall back to that')
  if (isAmongVariants(repository, reference.path, path)) return unknown(GENERATED_MANUAL)
  const ignored = repository.get(ignoredFact)
  const gone = findRemoval(repository, candidates)
  // What was moved away is drift even where a pattern happens to ignore its old place.
  const isAllIgnored = gone !== undefined && ignored.ignores(folderOf(path) === '' ? ANY_NAME : `${folderOf(path)}/${ANY_NAME}`)
  // Unless it was gone before anybody linked to it: a build has made it since.
  const isMade = gone !== undefined && wasGoneBefore(repository, reference.path, gone.removal)
  if (gone?.successor === undefined && (!isAllIgnored || isMade) && ignored.ignores(path)) return unknown('git ignores it: it may be made by a build')
  if (/(?:^|\/)node_modules\//.test(path)) return unknown('it is an installed package')
  const built = site?.closed === true ? undefined : builtPage(target.path, repository, gone !== undefined && isHtml(gone.removal.path))
  if (built !== undefined) return built
  if (gone !== undefined && site?.closed !== true && isRouteOfMovedPage(target.path, gone, repository)) return unknown('its page has moved inside of the repository: a site may still serve it there')
  if (gone !== undefined) {
    const successor = gone.successor
    const fix = successor === undefined ? undefined : linkFix(repository, reference.path, target, successor, gone.certain && !isRouted(target) ? 'safe' : 'suggestion')
    return broken('removed', target, 'high', removalText(gone), fix)
  }
  const confidence = neverExisted(target, missing, path, repository)
  if (typeof confidence !== 'string') return confidence
  const near = nearPath(repository, path)
  const fix = near === undefined || site?.closed === false || !isReplacement(near, path) ? undefined : linkFix(repository, reference.path, target, near.path, 'suggestion')
  return broken('missing', target, confidence, near === undefined ? undefined : `nearest: \`${near.path}\``, fix)
}

const PAGE_SOURCES = ['.md', '.mdx', '.markdown', '.livemd', '.cheatmd', '.rst', '.adoc', '.ipynb']

/** `x.html` where nobody ever had such a file: the page that some generator makes of the document of that name. */
function builtPage(path: string, repository: Repository, wasFile: boolean): Verdict | undefined {
  if (wasFile || !/^[^/].*\.html?$/i.test(path)) return undefined
  const stem = baseName(path).replace(/\.html?$/i, '')
  if (/^(?:index|readme)?$/i.test(stem)) return undefined
  const files = repository.get(filesFact)
  const sources = PAGE_SOURCES.flatMap(ending => files.withName(stem + ending))
  if (sources.length === 0) return undefined
  return sources.length === 1 ? holds(`a page built from ${sources[0] ?? ''}`) : unknown('a built page: several documents have its name')
}

/** `/docs/x` of a page that has moved (to `docs/latest/x.md`): only its site's routing could tell. */
function isRouteOfMovedPage(path: string, gone: Gone, repository: Repository): boolean {
  if (!path.startsWith('/') || hasEnding(path)) return false
  // Not a folder with a README, which is a place in the repository rather than a page.
  const plain = path.replace(/^\/+|\/+$/g, '')
  if (!PAGE_SOURCES.some(ending => `/${gone.removal.path}`.endsWith(`/${plain}${ending}`))) return false
  if (gone.successor !== undefined) return true
  const files = repository.get(filesFact)
  const name = baseName(path.replace(/\/+$/, ''))
  return PAGE_SOURCES.some(ending => files.withName(name + ending).length > 0)
}

function isHtml(path: string): boolean {
  return /\.html?$/i.test(path)
}

/** Whether a path was removed before the document was born (history may not know). */
function wasGoneBefore(repository: Repository, document: string, gone: { readonly time: number }): boolean {
  const born = repository.get(historyFact).bornAt(document)
  return born !== undefined && gone.time < born
}

const LOCALE = /^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/

/** Whether the English page, or the one outside of all language folders, is there. */
function inOtherLanguage(path: string, repository: Repository): boolean {
  const files = repository.get(filesFact)
  const parts = path.split('/')
  return parts.some((part, index) => {
    if (!LOCALE.test(part) || part === 'en' || index === parts.length - 1) return false
    const [before, after] = [parts.slice(0, index), parts.slice(index + 1)]
    return [['en'], ['en-US'], []].some(language => files.has([...before, ...language, ...after].join('/')))
  })
}

/** `../../issues`, `../tree/HEAD/README.md`: relative to the URL under which a host shows the document. */
const HOST_ROUTE = /^(?:\.\.\/)+(?:issues|pulls?|wiki|tree|blob|raw|releases|actions|discussions|compare|commits?|projects|milestones?|labels|security|settings|graphs|stargazers|tags|branches|-)(?:\/|$)/

/** Nobody names a file so: when it is ignored, the pattern says nothing of the path in question. */
const ANY_NAME = 'no-such-name-anywhere'

const MADE_BY_TOOLS = /(?:^|\/)(?:_?generated?|autogen|gen|build|dist|out|target|coverage|typedoc|javadoc|apidocs?|api-?reference|_build|_site|public)\//i

/** How sure it is that a path which nobody ever saw is a mistake. */
function neverExisted(target: LocalTarget, missing: MissingTarget, path: string, repository: Repository): Confidence | Verdict {
  const files = repository.get(filesFact)
  const { site } = missing
  if (MADE_BY_TOOLS.test(path)) return unknown('it may be made by a build')
  if (/^\/?\.\.?\//.test(path)) return unknown('it leads out of the repository')
  const folder = folderOf(path)
  if (missing.besidePages) return 'medium'
  if (target.path.startsWith('/')) return absoluteConfidence(target, missing, path, repository)
  if (/\.(?:html?|epub)$/i.test(target.path)) return unknown('it may be a page that a build makes')
  if (hasEnding(target.path)) {
    if (site === undefined || site.closed) return 'high'
    return files.hasFolder(folder) ? 'medium' : unknown(`${site.generator} may make it from a plugin`)
  }
  if (site !== undefined) return unknown(`it may be a route of the ${site.generator} site`)
  // Something of the way that the link names must be there: `../../rules` says nothing.
  if (target.path.replace(/^(?:\.\.?\/)+/, '').replace(/\/+$/, '').includes('/') && files.hasFolder(folder)) return 'medium'
  if (/^(?:LICEN[CS]E|NOTICE|AUTHORS|CONTRIBUTORS|CONTRIBUTING|Makefile|Dockerfile)$/.test(target.path) || nearPath(repository, path) !== undefined) return 'medium'
  return unknown('it may be a page of a site that is configured elsewhere')
}

/** Root-absolute links mean the repository on its hosting site and the web root everywhere else. */
function absoluteConfidence(target: LocalTarget, missing: MissingTarget, path: string, repository: Repository): Confidence | Verdict {
  const { site } = missing
  const files = repository.get(filesFact)
  if (!hasEnding(target.path) || /\.(?:html?|xml|json|txt|pdf)$/i.test(target.path)) return unknown(site === undefined ? 'it may be a route of a site' : `it may be a route of the ${site.generator} site`)
  const fromRoot = target.path.replace(/^\/+/, '')
  const first = fromRoot.slice(0, Math.max(0, fromRoot.indexOf('/')))
  if (site !== undefined) return files.hasFolder(folderOf(path)) ? 'medium' : unknown(`it may be a route of the ${site.generator} site`)
  if (first === '') return nearPath(repository, fromRoot) !== undefined ? 'medium' : unknown('it may be a file of a web root')
  return files.hasFolder(first) ? (files.hasFolder(folderOf(fromRoot)) ? 'high' : 'medium') : unknown('it may be a file of a web root')
}

/** A link that the browser resolves, not the file system: its replacement wants a person's look. */
function isRouted(target: LocalTarget): boolean {
  return target.path.startsWith('/') || !hasEnding(target.path)
}

function broken(messageId: string, target: LocalTarget, confidence: Confidence, evidence: string | undefined, fix: Fix | undefined): Broken {
  return {
    status: 'broken', confidence, messageId, data: { target: target.path },
    ...(evidence === undefined ? {} : { evidence }),
    ...(fix === undefined ? {} : { fix }),
  }
}

/** Documents that people copy, or that others include: what their links are relative to is not known. */
function isTemplate(path: string): boolean {
  const folders = folderOf(path).split('/')
  if (/^_(?!index|_)[^/]*\.mdx?$/.test(baseName(path))) return true
  if (/template/i.test(baseName(path)) || /^\.github\/(?:ISSUE|PULL|DISCUSSION)/i.test(path)) return true
  return folders.some(folder => /^(?:_?templates?|_?partials|_?includes?|_?snippets|_?shared|\.changeset|__fixtures__|fixtures|scaffold(?:s|ing)?|boilerplates?|skeletons?|archetypes|[\w-]+[-_]templates?)$/i.test(folder))
}

/** Markdown that tests read: its links lead nowhere on purpose. */
function isTestData(path: string): boolean {
  if (/(?:^|\/)(?:__)?(?:fixtures?|testdata|test[-_]data|snapshots?|test[-_]?cases?|test[-_](?:suites?|files|fixtures|docs)|mocks?|corpus)(?:__)?\//i.test(path)) return true
  return /(?:^|\/)(?:tests?|__tests__|specs?|benches)\/(?:.*\/)?(?!readme|contributing|agents|claude)[^/]*$/i.test(path)
}

function judgeUrl(reference: Reference<LinkTarget>, target: UrlTarget, repository: Repository): Verdict | undefined {
  const ownership = repository.get(remotesFact).ownership(target)
  if (ownership === 'foreign') return undefined
  const revisions = repository.get(revisionsFact)
  const { ref, path, kind } = revisions.split(target.rest)
  if (path === '') return ownership === 'own' && kind !== 'missing' ? holds() : undefined
  const files = repository.get(filesFact)
  if (kind !== 'current') {
    if (ownership === 'namesake') return undefined
    const there = kind === 'stored' ? revisions.existsAt(ref, path) : undefined
    if (there === undefined) return unknown(`\`${ref}\` is not in this clone`)
    if (there) return holds(`it exists at \`${ref}\``)
    return { status: 'broken', confidence: 'high', messageId: 'missingAtRef', data: { path, ref }, ...(files.has(path) ? { evidence: 'it exists now' } : {}) }
  }
  if (files.has(path) || files.hasFolder(path)) {
    return target.fragment === undefined ? holds() : judgeFragment(repository, { from: undefined, path, fragment: target.fragment, range: undefined })
  }
  if (coveredByLink(repository, path)) return unknown('it lies in a submodule or behind a symbolic link')
  const gone = findRemoval(repository, [path])
  if (gone === undefined && ownership === 'namesake') return undefined
  // A branch of its own may still have it.
  if (revisions.isOtherBranch(ref) && revisions.existsAt(ref, path) === true) return holds(`it exists at \`${ref}\``)
  const real = files.inOtherCase(path)
  if (gone === undefined && real === undefined && target.loose) return unknown('it is no link, and the path was never there: maybe an example')
  const start = target.rest.indexOf(path)
  const written = reference.subject.lastIndexOf(path)
  const fixTo = (to: string, safety: Fix['safety']): Fix | undefined =>
    start < 0 || written < 0 ? undefined : {
      safety, range: [reference.start + written, reference.start + written + path.length], text: encodedPath(to), title: `Replace by \`${encodedPath(to)}\``,
    }
  if (real !== undefined) {
    const fix = fixTo(real, 'safe')
    return { status: 'broken', confidence: 'high', messageId: 'wrongCase', data: { target: path, real }, ...(fix === undefined ? {} : { fix }) }
  }
  const near = gone === undefined ? nearPath(repository, path) : undefined
  const to = gone?.successor ?? (near !== undefined && isReplacement(near, path) ? near.path : undefined)
  const fix = to === undefined ? undefined : fixTo(to, gone?.certain === true ? 'safe' : 'suggestion')
  const evidence = gone !== undefined ? removalText(gone) : near === undefined ? undefined : `nearest: \`${near.path}\``
  return {
    status: 'broken', confidence: 'high', messageId: gone === undefined ? 'missing' : 'removed', data: { target: path },
    ...(evidence === undefined ? {} : { evidence }),
    ...(fix === undefined ? {} : { fix }),
  }
}

function coveredByLink(repository: Repository, path: string): boolean {
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) if (repository.source.files.has(folder)) return true
  return false
}
