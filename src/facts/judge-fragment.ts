/** The verdict on the fragment of a link whose file is known. */
import { distance } from 'fastest-levenshtein'
import { audienceOf } from '../analysis/audience.ts'
import type { Range } from '../core/destination.ts'
import { isMarkdown } from '../core/paths.ts'
import type { Repository } from '../core/repository.ts'
import { holds, unknown, type Fix, type Verdict } from '../core/verdict.ts'
import { anchorsFact, type PageAnchors } from './anchors.ts'
import { baseName, filesFact } from './files.ts'
import { remotesFact } from './remotes.ts'
import { sitesFact } from './site.ts'
import { SLUG_STYLES, squeezedSlug, type SlugStyle } from './slugs.ts'

export interface FragmentQuestion {
  /** The document that the link stands in; `undefined` for a URL, which is GitHub's page of the file. */
  readonly from: string | undefined
  /** The file or folder that the link leads to. */
  readonly path: string
  /** Decoded, without `#`. */
  readonly fragment: string
  /** Where the fragment stands in the document, for a fix. */
  readonly range: Range | undefined
}

/** `L12`, `L12-L20`, `L12C3-L20C5` (GitHub), `L12-20` (GitLab), `lines-12:20` (Bitbucket). */
const LINES = /^(?:L|lines-)(\d+)(?:C\d+)?(?:[-:]L?(\d+)(?:C\d+)?)?$/

/** Anchors that hosts and generators put on every page. */
const EVERYWHERE = /^(?:top|_top|overview|readme|[\w-]+-ov-file|gh-(?:dark|light)-mode-only|start-of-content|_?tabs?|__.*|fn(?:ref)?[:-].*)$/i

/** Judges a fragment. */
export function judgeFragment(repository: Repository, question: FragmentQuestion): Verdict {
  const { fragment, path } = question
  if (fragment === '' || fragment.startsWith(':~:') || EVERYWHERE.test(fragment)) return holds()
  if (/^[/!]/.test(fragment) || fragment.includes('=')) return unknown('the fragment is read by a program')
  const lines = LINES.exec(fragment)
  if (lines !== null) return judgeLines(repository, path, Math.max(Number(lines[1]), Number(lines[2] ?? 0)))
  const page = pageBehind(repository, path)
  if (page === undefined) return unknown(`anchors of \`${path === '' ? '/' : path}\` are not known`)
  const plain = fragment.replace(/^#+/, '').split(':~:')[0] ?? ''
  const styles = stylesOf(repository, page, question.from)
  const anchors = repository.get(anchorsFact).of(page, styles)
  if (anchors === undefined) return unknown(`\`${page}\` can't be read`)
  const there = anchors.has(plain) || anchors.has(decodedTwice(plain))
  if (there && plain.length === fragment.replace(/:~:.*$/, '').length) return holds()
  if (there) return noAnchor(page, fragment, plain, question.range, 'safe')
  if (styles.includes('mkdocs') && isTabOfHeading(anchors, plain)) return holds()
  if (anchors.open !== undefined) return unknown(`\`${page}\` may have more anchors: ${anchors.open}`)
  const site = repository.get(sitesFact).of(page)
  // No renderer makes such anchors of headings: a plugin does.
  if (site?.closed === false && /[.:+]/.test(plain)) return unknown(`a plugin of ${site.generator} may make it`)
  // Manuals are often rendered by a site of another repository, whose slugs are not known.
  if (site === undefined && question.from !== undefined && isPublished(page) && isKnownSomehow(repository, page, plain)) {
    return unknown('only some renderers name a heading there so')
  }
  if (isPartial(page)) return unknown(`\`${page}\` is a part of another page`)
  return noAnchor(page, fragment, hint(anchors, plain), question.range, 'suggestion')
}

/** `heading--tab`: what pymdownx.tabbed makes with `combine_header_slug`. */
function isTabOfHeading(anchors: PageAnchors, fragment: string): boolean {
  const at = fragment.indexOf('--')
  return at > 0 && anchors.has(fragment.slice(0, at)) && anchors.has(fragment.slice(at + 2))
}

function noAnchor(page: string, fragment: string, nearest: string | undefined, range: Range | undefined, safety: Fix['safety']): Verdict {
  return {
    status: 'broken', confidence: 'high', messageId: 'missingAnchor', data: { document: page, fragment },
    evidence: nearest === undefined ? 'nothing there has a similar name' : `nearest: \`#${nearest}\``,
    ...(nearest === undefined || range === undefined ? {} : { fix: { safety, range, text: nearest, title: `Replace by \`#${nearest}\`` } }),
  }
}

/** The Markdown file that is shown for a file or folder. */
function pageBehind(repository: Repository, path: string): string | undefined {
  const files = repository.get(filesFact)
  if (files.has(path)) return isMarkdown(path) ? path : undefined
  const prefix = path === '' ? '' : `${path}/`
  const names = files.childrenOf(path)
  const name = ['README.md', 'index.md', 'index.mdx', '_index.md', 'readme.md', 'Readme.md', 'README.mdx', 'README.markdown'].find(candidate => names.includes(candidate))
  return name === undefined ? undefined : prefix + name
}

/** Styles of the sites that render the page; without one, of the host. */
function stylesOf(repository: Repository, page: string, from: string | undefined): SlugStyle[] {
  const sites = repository.get(sitesFact)
  const owners = [sites.of(page), from === undefined ? undefined : sites.of(from)].filter(site => site !== undefined)
  // Pages beside a site are often copies that its build makes or reads (`docs/` generated from `src/docs/`).
  const styles = (owners.length > 0 || !isManual(page) ? owners : sites.all).map(site => site.style)
  if (repository.get(remotesFact).addresses.some(address => address.host.includes('gitlab'))) styles.push('gitlab')
  return styles
}

/** Whether any renderer would make the anchor: in its own spelling, or of a heading and the one that it stands below. */
function isKnownSomehow(repository: Repository, page: string, fragment: string): boolean {
  const anchors = repository.get(anchorsFact).of(page, SLUG_STYLES)
  if (anchors === undefined) return false
  if (anchors.has(fragment)) return true
  const squeezed = squeezedSlug(fragment)
  for (let at = squeezed.indexOf('-'); at >= 0; at = squeezed.indexOf('-', at + 1)) {
    if (anchors.has(squeezed.slice(0, at)) && anchors.has(squeezed.slice(at + 1))) return true
  }
  return false
}

/** A page of a manual for users, which some site is likely to render. */
function isPublished(page: string): boolean {
  return /(?:^|\/)(?:docs?|documentation|content|guides?|manual|reference|book|site|website|pages)\//i.test(page) && isManual(page) && audienceOf(page) !== 'contributor'
}

/** A page that may be rendered elsewhere than on its host. */
function isManual(page: string): boolean {
  return page.includes('/') && !/^readme\b/i.test(baseName(page))
}

function decodedTwice(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

function isPartial(page: string): boolean {
  return /(?:^|\/)_(?!index)[^/]*\.mdx?$|(?:^|\/)(?:_?partials|_?includes?|_?snippets|_?shared|_common)\//i.test(page)
}

function judgeLines(repository: Repository, path: string, line: number): Verdict {
  const bytes = repository.get(filesFact).has(path) ? repository.source.read(path) : undefined
  if (bytes === undefined || bytes.includes(0)) return unknown(`lines of \`${path}\` can't be counted`)
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++
  if (bytes.length > 0 && bytes.at(-1) !== 10) lines++
  if (line <= Math.max(lines, 1)) return holds()
  return {
    status: 'broken', confidence: 'high', messageId: 'lineBeyondEnd', data: { file: path, lines: String(lines) },
    evidence: `line ${String(line)} is cited`,
  }
}

/** Hints given per page; behind the limit a page of nothing but broken links stays cheap. */
const hintsGiven = new WeakMap<PageAnchors, number>()
const MOST_HINTS = 300

function hint(anchors: PageAnchors, fragment: string): string | undefined {
  const given = hintsGiven.get(anchors) ?? 0
  hintsGiven.set(anchors, given + 1)
  return given < MOST_HINTS ? nearestAnchor(fragment, anchors.all) : undefined
}

/** Comparing more anchors than this for every broken link would cost more than the hint is worth. */
const MOST_CANDIDATES = 2000

/** The anchor that was probably meant: a few letters away, or made of mostly the same words. */
export function nearestAnchor(fragment: string, anchors: readonly string[]): string | undefined {
  const wanted = fragment.toLowerCase()
  const words = new Set(wanted.split(/[-_]+/).filter(word => word.length > 1))
  let best: string | undefined
  let bestScore = 0.5
  for (const anchor of anchors.slice(0, MOST_CANDIDATES)) {
    const lower = anchor.toLowerCase()
    const longest = Math.max(wanted.length, lower.length, 1)
    if (longest > 200) continue
    const own = new Set(lower.split(/[-_]+/).filter(word => word.length > 1))
    let shared = 0
    for (const word of own) if (words.has(word)) shared++
    const byWords = (2 * shared) / Math.max(words.size + own.size, 1) - 0.1
    // Letters are compared only where they could decide: the lengths alone bound their score.
    const bound = 1 - Math.abs(wanted.length - lower.length) / longest
    const score = bound > bestScore ? Math.max(1 - distance(wanted, lower) / longest, byWords) : byWords
    if (score > bestScore) [best, bestScore] = [anchor, score]
  }
  return best
}
