/** Every claim of a document about commits, tags and releases. */
import { destinationRange } from '../../core/destination.ts'
import type { Document } from '../../core/document.ts'
import { closest } from '../../core/markdown/node.ts'
import type { Mention } from '../../core/reference.ts'
import { contextOf, isExample } from './context.ts'
import { pullOf } from './cues.ts'
import { deployedIn } from './environments.ts'
import { pointersIn } from './relations.ts'
import { shasIn, type ShaMention } from './shas.ts'
import { tagsIn } from './tags.ts'
import type { CommitTarget, RevisionTarget, TagTarget } from './target.ts'
import { slugWords } from './tokens.ts'
import { parseRevisionUrl } from './urls.ts'

/** Reads a document. */
export function revisionsIn(document: Document): readonly Mention<RevisionTarget>[] {
  const mentions: Mention<RevisionTarget>[] = []
  const shas = shasIn(document)
  const tags = tagsIn(document)
  const deployed = shas.length + tags.length === 0 ? undefined : deployedIn(document, shas, tags)
  const nearby = shas.length === 0 ? () => [] : repositoriesNearby(document.text)
  for (const one of shas) {
    const target: CommitTarget = {
      kind: 'commit', sha: one.sha, cue: one.cue, repositories: one.repositories, nearby: nearby(one.start), owner: one.owner, address: one.address,
      pull: pullOf(one.context), deployed: deployed?.get(one) ?? null,
    }
    mentions.push({ start: one.start, end: one.end, target })
  }
  const pointedAt = pointersIn(document.text, shas)
  for (const one of tags) {
    const target: TagTarget = {
      kind: 'tag', name: one.name, form: one.form, asserted: one.asserted, lead: one.lead, repositories: one.repositories, address: null,
      wording: one.wording, pointsAt: pointedAt(one), deployed: deployed?.get(one) ?? null,
    }
    mentions.push({ start: one.start, end: one.end, target })
  }
  mentions.push(...urlsIn(document, shas))
  return mentions
}

/** Links and definitions whose destination is a commit, a comparison, a tag or a release. */
function* urlsIn(document: Document, shas: readonly ShaMention[]): Iterable<Mention<RevisionTarget>> {
  const named = new Map(shas.flatMap(one => (one.address === null ? [] : [[closest(one.context.node, 'link'), one.sha] as const])))
  for (const type of ['link', 'definition'] as const) {
    for (const node of document.nodes(type)) {
      const url = parseRevisionUrl(node.url)
      if (url === undefined) continue
      const range = destinationRange(document.text, node)
      if (range === undefined) continue
      const [start, end] = range
      const { sentence } = contextOf(document, node, start, end)
      if (isExample(sentence)) continue
      for (const name of url.names) {
        // `[1f2e3d4](…/commit/1f2e3d4…)` is one claim: its text.
        if (name.startsWith(named.get(node) ?? 'no commit')) continue
        const at = document.text.slice(start, end).lastIndexOf(name)
        const place = at < 0 || url.kind !== 'compare' ? { start, end } : { start: start + at, end: start + at + name.length }
        const isCommit = url.kind === 'commit' || (url.kind === 'compare' && /^[0-9a-f]{7,40}$/.test(name))
        yield {
          ...place,
          target: isCommit
            ? { kind: 'commit', sha: name, cue: 'strong', repositories: [], nearby: [], owner: null, address: url.address, pull: null, deployed: null }
            : { kind: 'tag', name, form: 'tag', asserted: false, lead: null, repositories: [], address: url.address, wording: null, pointsAt: null, deployed: null },
        }
      }
    }
  }
}

/** How far from a commit a repository may stand that it can belong to, in UTF-16 units. */
const NEARBY = 4000

/** A document that names more than these is a list of repositories; the first ones will do. */
const MOST_SLUGS = 300

/** Gives the repositories that are spoken of around an offset: `owner/action@…`, or a slug beside a word that says so. */
function repositoriesNearby(text: string): (offset: number) => readonly string[] {
  const found = slugWords(text).slice(0, MOST_SLUGS).flatMap(({ start, end, text: word }) => {
    const at = word.indexOf('@')
    const around = text.slice(Math.max(0, start - 80), end + 80)
    return at >= 0 || /\b(?:actions?|repo|repository|upstream|fork|dependency|submodule|pin(?:ned)?|uses)\b/i.test(around)
      ? [{ slug: at < 0 ? word : word.slice(0, at), at: start }]
      : []
  })
  return offset => [...new Set(found.filter(({ at }) => Math.abs(at - offset) < NEARBY).map(({ slug }) => slug))].slice(0, 8)
}
