/** Pages of commits, comparisons, tags and releases on hosting services. */
import { decode } from '../../core/destination.ts'
import type { Address } from './target.ts'

export interface RevisionUrl {
  readonly kind: 'commit' | 'tag' | 'compare'
  readonly address: Address
  /** Commit ids or tag names, percent-decoded; two for a comparison. */
  readonly names: readonly string[]
}

const REPOSITORY = /^https?:\/\/(?:www\.)?([\w.-]{1,100})(?::\d+)?\/([\w.~/-]{1,200}?)\/([\w.-]{1,100})\/(?:-\/)?(commits?|releases|tags|compare|archive)\/([^?#]{1,400})/i
/** A cheap first look. */
const VIEWS = /\/(?:commits?|releases|tags|compare|archive)\//i
const SHA = /^[0-9a-f]{7,40}$/

/**
 * Reads a URL.
 * @returns `undefined` for any page that names no commit or tag: the list of releases, the latest one, a branch
 */
export function parseRevisionUrl(url: string): RevisionUrl | undefined {
  if (url.length > 1000 || !VIEWS.test(url)) return undefined
  const [, host = '', owner = '', name = '', view = '', written = ''] = REPOSITORY.exec(url) ?? []
  if (host === '' || /[{<$*]|\.{4}|…/.test(written)) return undefined
  const rest = decode(written).replace(/\/+$/, '')
  const address = { host: host.toLowerCase(), owner, name: name.replace(/\.git$/, '') }
  switch (view.toLowerCase()) {
    case 'commit': return SHA.test(rest) ? { kind: 'commit', address, names: [rest] } : undefined
    case 'releases': return tag(address, /^(?:tag|download|edit)\/(.+)/.exec(rest)?.[1], rest.startsWith('download')) ?? gitlabRelease(address, rest, url)
    case 'tags': return url.includes('/-/tags/') ? tag(address, rest, false) : undefined
    case 'archive': return tag(address, /^refs\/tags\/(.+?)\.(?:tar\.gz|zip)$/.exec(rest)?.[1], false)
    case 'compare': {
      const ends = rest.split(/\.{2,3}/)
      return ends.length === 2 && ends.every(end => SHA.test(end) || VERSION.test(end)) ? { kind: 'compare', address, names: ends } : undefined
    }
    default: return undefined
  }
}

const VERSION = /^(?:@?[\w/-]{1,80}@|[\w-]{1,60}-)?v?\d{1,6}\.\d{1,6}(?:\.\d{1,6})?(?:[-+][\w.+-]{1,60})?$/

/** @param first whether only the first segment belongs to the tag */
function tag(address: Address, name: string | undefined, first: boolean): RevisionUrl | undefined {
  const written = first ? name?.split('/')[0] : name
  return written === undefined || written === 'latest' ? undefined : { kind: 'tag', address, names: [written] }
}

function gitlabRelease(address: Address, rest: string, url: string): RevisionUrl | undefined {
  return url.includes('/-/releases/') ? tag(address, rest, false) : undefined
}
