/** URLs of files and folders on code hosting sites. */
import { decode, type Range } from './destination.ts'

/** A URL that names something in a repository on a hosting site. */
export interface HostingUrl {
  /** Lower case, without `www.`; `raw.githubusercontent.com` counts as `github.com`. */
  readonly host: string
  /** As written; with subgroups on GitLab (`group/sub`). */
  readonly owner: string
  readonly name: string
  /** `ref/path`, percent-decoded: only the repository knows where a ref with slashes ends. */
  readonly rest: string
  /** Percent-decoded, without `#`. */
  readonly fragment: string | undefined
}

const VIEWS = 'blob|tree|raw|edit|blame|commits|src|browse|media'
/** GitHub, Gitea, Codeberg, Bitbucket and self-hosted ones: owner/name/view/ref/path. */
const PLAIN = new RegExp(`^([^/]+)/([^/]+)/(${VIEWS})/(?:(?:branch|commit|tag)/)?(.+)$`)
/** GitLab: group/…/name/-/view/ref/path. */
const GITLAB = new RegExp(`^(.+?)/([^/]+)/-/(?:${VIEWS})/(.+)$`)

/**
 * Reads a URL of a file or folder on a hosting site.
 * @param url absolute, `http:` or `https:`
 * @returns `undefined` for any other page of such a site (issues, releases) and any other site
 */
export function parseHostingUrl(url: string): HostingUrl | undefined {
  const parts = /^https?:\/\/(?:[^/@?#]*@)?([^/?#:]+)(?::\d+)?\/([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/is.exec(url)
  const host = parts?.[1]?.toLowerCase().replace(/^www\./, '')
  if (parts === null || host === undefined) return undefined
  const path = decode(parts[2] ?? '').replace(/\/+$/, '')
  const fragment = parts[3] === undefined ? undefined : decode(parts[3])
  if (host === 'raw.githubusercontent.com') {
    const raw = /^([^/]+)\/([^/]+)\/(?:refs\/(?:heads|tags)\/)?(.+)$/.exec(path)
    return raw === null ? undefined : { host: 'github.com', owner: raw[1] ?? '', name: raw[2] ?? '', rest: raw[3] ?? '', fragment }
  }
  const gitlab = GITLAB.exec(path)
  if (gitlab !== null) return { host, owner: gitlab[1] ?? '', name: gitlab[2] ?? '', rest: gitlab[3] ?? '', fragment }
  const plain = PLAIN.exec(path)
  if (plain === null) return undefined
  const rest = (plain[4] ?? '').replace(/^refs\/(?:heads|tags)\//, '')
  return { host, owner: plain[1] ?? '', name: (plain[2] ?? '').replace(/\.git$/, ''), rest, fragment }
}

/** A repository's address from the URL of a remote or of a manifest; `undefined` for local paths and the like. */
export function parseRepositoryAddress(url: string): { host: string; owner: string; name: string } | undefined {
  const shorthand = /^(github|gitlab|bitbucket):([^/]+)\/([^/#]+)$/.exec(url)
  if (shorthand !== null) {
    const host = shorthand[1] === 'bitbucket' ? 'bitbucket.org' : `${shorthand[1] ?? ''}.com`
    return { host, owner: shorthand[2] ?? '', name: (shorthand[3] ?? '').replace(/\.git$/, '') }
  }
  const plain = /^([\w.-]+)\/([\w.-]+)$/.exec(url)
  if (plain !== null) return { host: 'github.com', owner: plain[1] ?? '', name: (plain[2] ?? '').replace(/\.git$/, '') }
  const full = /^(?:git\+)?(?:https?|ssh|git):\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/(.+)$/.exec(url) ?? /^(?:[\w.-]+@)([\w.-]+):(?!\/)(.+)$/.exec(url)
  if (full === null) return undefined
  const path = (full[2] ?? '').replace(/[?#].*$/, '').replace(/\/+$/, '').replace(/\.git$/, '')
  const slash = path.lastIndexOf('/')
  if (slash <= 0) return undefined
  return { host: (full[1] ?? '').toLowerCase().replace(/^www\./, ''), owner: path.slice(0, slash), name: path.slice(slash + 1) }
}

/** Browsers give up near here; it also bounds the work on hostile text. */
const LONGEST_URL = 2000
const URL_CHARACTERS = /[^\s<>"`{}|\\^]+/y

/** Ranges of `http(s)://…` URLs anywhere in a text that look like a page of a repository, punctuation behind them left out. */
export function hostingUrlsIn(text: string): Range[] {
  const ranges: Range[] = []
  let at = text.indexOf('://')
  while (at >= 0) {
    const start = text.startsWith('https', at - 5) ? at - 5 : text.startsWith('http', at - 4) ? at - 4 : -1
    let end = at + 3
    if (start >= 0) {
      URL_CHARACTERS.lastIndex = at + 3
      end = at + 3 + (URL_CHARACTERS.exec(text)?.[0].length ?? 0)
      const last = end - start > LONGEST_URL ? start : trimmedEnd(text, start, end)
      const path = text.slice(at + 3, last)
      if ((path.startsWith('raw.githubusercontent.com/') || SOME_VIEW.test(path))) ranges.push([start, last])
    }
    at = text.indexOf('://', end)
  }
  return ranges
}

const SOME_VIEW = new RegExp(`^[^/]+/[^?#]*/(?:${VIEWS})/`)

/** Ends a URL in running text before punctuation, and before a bracket that it did not open. */
function trimmedEnd(text: string, start: number, end: number): number {
  let opened = 0
  for (let at = start; at < end; at++) {
    const character = text[at]
    if (character === '(' || character === '[') opened++
    else if ((character === ')' || character === ']') && --opened < 0) {
      end = at
      break
    } else if (character === "'" && (at + 1 === end || /[\s,;)\]}]/.test(text[at + 1] ?? ''))) {
      end = at
      break
    }
  }
  while (end > start && /[.,;:!?'*_~\])(]/.test(text[end - 1] ?? '')) {
    if (text[end - 1] === ')' || text[end - 1] === ']') {
      const url = text.slice(start, end)
      const [open, close] = text[end - 1] === ')' ? ['(', ')'] : ['[', ']']
      if (url.split(open).length >= url.split(close).length) break
    }
    // A name may end with an underscore (`__tests__`).
    if (text[end - 1] === '_' && text[end - 2] === '_') break
    end--
  }
  return end
}
