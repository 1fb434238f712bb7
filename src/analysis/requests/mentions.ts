/** Every reference of a document to a pull request or an issue, with what the words around it say. */
import { destinationRange } from '../../core/destination.ts'
import type { Document } from '../../core/document.ts'
import { tagsOf } from '../../core/html-tags.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'
import { certaintyOf, cueOf, type Certainty, type Cue } from './certainty.ts'
import { columnOfCell, isRequestHead } from './columns.ts'
import { placedTokens, textAfter, textBefore, type PlacedToken } from './place.ts'
import { mayHoldTokens, tokensIn } from './token.ts'
import { parseRequestUrl, type CalledAs } from './urls.ts'

/** A reference. Offsets are 0-based UTF-16 units into the document's text. */
export interface RequestMention {
  readonly start: number
  readonly end: number
  /** With the link around it. */
  readonly outerStart: number
  readonly outerEnd: number
  readonly number: number
  /** The last number of a range. */
  readonly to?: number
  readonly as: CalledAs
  readonly certainty: Certainty
  /** Lower-case host, owner and name when they are written; the host is '' for `owner/name#12`. */
  readonly repository?: { readonly host: string; readonly owner: string; readonly name: string }
  /** A name in front of it that means another project: `SYO PR #95`. */
  readonly project?: string
  /** The number that the link around it leads to, when it is another one. */
  readonly linked?: number
  /** The paragraph, heading or table cell; `undefined` for the destination of a link or definition. */
  readonly block: MarkdownNode | undefined
  readonly struck: boolean
  /** Mentions of one enumeration (`#12, #13 and #15`) share the number of their group. */
  readonly group: number
}

const remembered = new WeakMap<Document, readonly RequestMention[]>()

/** Reads the references of a document, in order; remembered with the document. */
export function requestsIn(document: Document): readonly RequestMention[] {
  let mentions = remembered.get(document)
  if (mentions === undefined) {
    mentions = mayHoldTokens(document.text) || document.text.includes('/pull') || document.text.includes('/merge_requests/') ? readMentions(document) : []
    remembered.set(document, mentions)
  }
  return mentions
}

/** A document about how to write such references holds examples only. */
const TEMPLATE = /(?:pull[-_]request[-_]template|issue[-_]template|merge[-_]request[-_]templates?|commit[-_](?:convention|message)|changeset)/i

interface Draft {
  readonly token: PlacedToken
  readonly cue: Cue | undefined
  certainty: Certainty | undefined
  group: number
  as: CalledAs
  readonly head: string
}

function readMentions(document: Document): readonly RequestMention[] {
  const drafts: Draft[] = TEMPLATE.test(document.path) ? [] : joined(document, placedTokens(document, tokensIn(document.text)))
  raiseNamedElsewhere(drafts)
  const mentions: RequestMention[] = []
  for (const { token, cue, certainty, group, as } of drafts) {
    if (certainty === undefined) continue
    const { url } = token
    const repository = url !== undefined ? { host: url.host, owner: url.owner, name: url.name }
      : token.repository !== undefined ? { host: '', ...token.repository } : inherited(mentions, group)
    mentions.push({
      start: token.start, end: token.end, outerStart: token.outerStart, outerEnd: token.outerEnd, number: token.number, as, certainty, group,
      block: token.block, struck: token.struck,
      ...(token.to === undefined ? {} : { to: token.to }),
      ...(repository === undefined ? {} : { repository }),
      ...(cue?.project === undefined || repository !== undefined ? {} : { project: cue.project }),
      ...(url === undefined || url.number === token.number || token.to !== undefined ? {} : { linked: url.number }),
    })
  }
  return [...mentions, ...urlMentions(document, mentions)].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** `owner/name#1, #2`: the second is of the same repository. */
function inherited(mentions: readonly RequestMention[], group: number): RequestMention['repository'] {
  const last = mentions.at(-1)
  return last?.group === group && last.repository?.host === '' ? last.repository : undefined
}

/** What may stand between two members of an enumeration. */
const JOINT = /^[\s)\]]*(?:[,;&/+·]|and|or|plus|,\s*(?:and|or|then)|then|→|->)[\s([]*(?:(?:PRs?|MRs?|pull requests?|merge requests?|issues?)\s?)?$/i

/** Decides on each token, in order, so that the members of an enumeration follow their first. */
function joined(document: Document, tokens: readonly PlacedToken[]): Draft[] {
  const drafts: Draft[] = []
  const stacked = isStacked(document, tokens)
  for (const token of tokens) {
    const before = textBefore(document, token.block, token.outerStart)
    const after = textAfter(document, token.block, token.outerEnd)
    const last = drafts.at(-1)
    const between = last?.token.block === token.block && token.outerStart - last.token.outerEnd < 60
      ? document.text.slice(last.token.outerEnd, token.outerStart).replace(/[*_`~]/g, '') : undefined
    const follows = between !== undefined && JOINT.test(between)
    const own = cueOf(before, token)
    const cue = own ?? (follows ? last?.cue : undefined)
    const head = columnOfCell(token.block)
    let certainty = certaintyOf({ token, before, after, cue, head, stacked, url: token.url })
    if (follows && own === undefined && last !== undefined && token.repository === undefined && token.url === undefined) {
      // A member of an enumeration is what its first one is.
      certainty = certainty === undefined && /^\s*[—–-]\s*\d{4}-/.test(after) ? undefined : last.certainty
    }
    const as = cue?.as ?? (isRequestHead(head) === 'request' && token.url === undefined ? 'request' : 'either')
    drafts.push({ token, cue, certainty, as, head, group: follows ? last?.group ?? drafts.length : drafts.length })
  }
  return drafts
}

/** `PR 1`, `PR 2`, … are the parts of a plan, `Issue #1` and `#2` those of a guide: a repository's first numbers are rarely spoken of. */
function isStacked(document: Document, tokens: readonly PlacedToken[]): boolean {
  const small = new Set<number>()
  for (const token of tokens) {
    if (token.number > 3 || token.url !== undefined) continue
    if (cueOf(textBefore(document, token.block, token.outerStart), token) !== undefined) small.add(token.number)
  }
  return small.has(1) && (small.has(2) || small.has(3))
}

/** What is once called `PR #12` is meant by every `#12`; neighbours show that `#123` is no example. */
function raiseNamedElsewhere(drafts: readonly Draft[]): void {
  const named = new Set<number>()
  for (const { certainty, token } of drafts) if (certainty === 'named' && token.repository === undefined) named.add(token.number)
  for (const draft of drafts) if (draft.certainty === 'weak' && draft.token.form === 'hash' && named.has(draft.token.number)) draft.certainty = 'plain'
}

/** Destinations of links, definitions and `href` attributes that lead to a request and carry no number in their text. */
function urlMentions(document: Document, tokens: readonly RequestMention[]): RequestMention[] {
  if (!document.text.includes('://')) return []
  const covered = new Set(tokens.map(one => one.outerStart))
  const mentions: RequestMention[] = []
  let group = -1
  const push = (start: number, end: number, url: string, outer?: MarkdownNode): void => {
    const page = parseRequestUrl(url)
    if (page === undefined) return
    mentions.push({
      start, end, outerStart: outer?.start ?? start, outerEnd: outer?.end ?? end, number: page.number, as: 'either', certainty: 'named', struck: false,
      repository: { host: page.host, owner: page.owner, name: page.name }, block: undefined, group: group--,
    })
  }
  for (const type of ['link', 'definition'] as const) {
    for (const node of document.nodes(type)) {
      if (!/\/(?:pulls?|issues|merge_requests|pull-requests)\//.test(node.url) || covered.has(node.start)) continue
      const range = destinationRange(document.text, node)
      if (range !== undefined) push(range[0], range[1], node.url, node)
    }
  }
  for (const tag of tagsOf(document)) {
    for (const attribute of tag.attributes) {
      if (attribute.name === 'href' && attribute.literal && attribute.value.startsWith('http')) push(attribute.start, attribute.end, attribute.value)
    }
  }
  return mentions
}
