/** What a document claims of single pull requests and issues: that they exist, are what they are called, and are in a state. */
import type { Document } from '../../core/document.ts'
import { addTo } from '../../core/multimap.ts'
import type { Mention } from '../../core/reference.ts'
import { requestsIn, type RequestMention } from './mentions.ts'
import { statedState, type StatedWord } from './state.ts'
import type { CalledAs } from './urls.ts'

/** One claim. Plain JSON. */
export interface RequestTarget {
  readonly number: number
  /** The last number of a range. */
  readonly to?: number
  readonly as: CalledAs
  /** Whether the words leave no doubt that it is a reference. */
  readonly named: boolean
  /** The repository, when it is written; the host is '' for `owner/name#12`. */
  readonly repository?: { readonly host: string; readonly owner: string; readonly name: string }
  /** Another project by name: `SYO PR #95`. */
  readonly project?: string
  /** Where the link around it leads instead. */
  readonly linked?: number
  readonly stated?: StatedWord
}

/** Every claim of a document, in order. Numbers that may as well be ordinals claim nothing. */
export function* requestClaims(document: Document): Iterable<Mention<RequestTarget>> {
  const mentions = requestsIn(document).filter(one => one.certainty !== 'weak')
  if (mentions.length === 0) return
  const groups = new Map<number, RequestMention[]>()
  for (const mention of mentions) addTo(groups, mention.group, mention)
  const states = new Map<number, StatedWord | undefined>()
  for (const { start, end, number, to, as, certainty, repository, project, linked, group } of mentions) {
    if (!states.has(group)) states.set(group, statedState(document, groups.get(group) ?? []))
    const stated = states.get(group)
    yield {
      start, end,
      target: {
        number, as, named: certainty === 'named',
        ...(to === undefined ? {} : { to }),
        ...(repository === undefined ? {} : { repository }),
        ...(project === undefined ? {} : { project }),
        ...(linked === undefined ? {} : { linked }),
        ...(stated === undefined ? {} : { stated }),
      },
    }
  }
}
