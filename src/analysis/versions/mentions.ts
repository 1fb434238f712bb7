/** Every version that a document claims: in sentences and lists, in tables, in badges, in commands that choose one. */
import type { Document } from '../../core/document.ts'
import { closest } from '../../core/markdown/node.ts'
import type { Mention } from '../../core/reference.ts'
import { badgeVersions } from './badges.ts'
import { commandVersions } from './commands.ts'
import { contextOf, type Context } from './context.ts'
import { plainView } from './plain-view.ts'
import { statementAt, type Stated, type Statement } from './statement.ts'
import { tableVersions } from './tables.ts'
import type { VersionTarget } from './target.ts'
import { toolNamed, TOOLS } from './tools.ts'

/** In UTF-16 units; a longer paragraph is no text. Every candidate reads what stands around it, and a real document has few. */
const LONGEST_PARAGRAPH = 5000
const MOST_CANDIDATES = 500
const NAMES = TOOLS.map(one => one.names).join('|')
/** Something of it must be there: a document that names no tool is not read. */
const QUICK = new RegExp(`(?:${NAMES})`)
const NAME = new RegExp(`(?<![\\w@/$.-])(?:${NAMES})(?![\\w/])`, 'g')
/** What may stand between a name and its version. */
const BETWEEN = /\)?(?:\s{0,300}(?:versions?|LTS|lts|runtime|SDK|release|ver\.?|compiler|toolchain|CLI)\b)?(?:\s{0,300}[(:,–—-])?(?:(?<=:)\s)?\s{0,40}(?:(?:version|versions|LTS|is|required|v\.)\s{1,4}){0,2}/y

/** Every claim of a version, in any order. */
export function* versionsIn(document: Document): Iterable<Mention<VersionTarget>> {
  if (!QUICK.test(document.text)) return
  yield* proseVersions(document)
  yield* pinnedVersions(document)
  yield* tableVersions(document)
  yield* badgeVersions(document)
  yield* commandVersions(document)
}

function* proseVersions(document: Document): Iterable<Mention<VersionTarget>> {
  let candidates = 0
  for (const node of document.nodes('paragraph')) {
    const slice = document.text.slice(node.start, node.end)
    if (slice.length > LONGEST_PARAGRAPH || !/\d/.test(slice) || !QUICK.test(slice) || closest(node, 'table') !== undefined) continue
    const view = plainView(slice)
    let last: { readonly end: number; readonly context: Context } | undefined
    for (const match of view.matchAll(NAME)) {
      const tool = toolNamed(match[0])
      const behind = match.index + match[0].length
      const found = tool === undefined ? undefined : statementBehind(view, behind)
      if (tool === undefined || found === undefined || !tool.plausible.test(found.version)) continue
      if (++candidates > MOST_CANDIDATES) return
      const { start, end, ...stated } = found
      // "Node 20, pnpm 9 and Redis 7": what was said of the first is said of all.
      const chained = last !== undefined && CHAIN.test(view.slice(last.end, match.index)) && AFTER_CHAIN.test(view.slice(end, end + 20))
      const context = contextOf(document, node, node.start + match.index, node.start + end)
        ?? (chained ? last?.context : undefined) ?? labelled(view, match[0], match.index, end)
      if (context === undefined) continue
      // Where a library is only an ingredient, a number further from its name is as likely its feature's.
      if (tool.library && context.stance === 'required' && stated.form === 'at' && !stated.version.includes('.') && start - behind > 3) continue
      last = { end, context }
      yield { start: node.start + match.index, end: node.start + end, target: { kind: 'version', tool: tool.id, ...claimed(stated, context) } }
    }
  }
}

const CHAIN = /^[\s,;+&/)]{0,10}(?:and|with|plus|on)?\s{0,3}$/
const AFTER_CHAIN = /^\s{0,3}(?:$|[.,;:()|&+/–—]|-\s|(?:and|or|with|for|on)\b)/

function statementBehind(view: string, behind: number): Statement | undefined {
  // `node:20` is an image, `next@14` a command's word or a pin.
  if (view[behind] === ':' && view[behind + 1] !== ' ') return undefined
  BETWEEN.lastIndex = behind
  const between = BETWEEN.exec(view)?.[0].length ?? 0
  return between === 0 ? undefined : statementAt(view, behind + between)
}

/** A line that is nothing but "Node version: 20", and "MSRV: 1.75" wherever it stands. */
function labelled(view: string, name: string, start: number, end: number): Context | undefined {
  if (name === 'MSRV') return { stance: 'required', subjects: [], minimum: true }
  const alone = /^\s*$/.test(view.slice(0, start)) && /^\s*$/.test(view.slice(end))
  return alone && /versions?\s{0,3}:/i.test(view.slice(start, end)) ? { stance: 'used', subjects: [], minimum: false } : undefined
}

/** `next@14.2.3` and `pnpm@9.1.0` in inline code, where the words around say that it is pinned, used or needed. */
function* pinnedVersions(document: Document): Iterable<Mention<VersionTarget>> {
  let candidates = 0
  for (const node of document.nodes('inlineCode')) {
    const match = node.end - node.start > 100 ? null : PINNED.exec(document.text.slice(node.start, node.end))
    const paragraph = match === null ? undefined : closest(node, 'paragraph')
    if (match === null || paragraph === undefined || paragraph.end - paragraph.start > LONGEST_PARAGRAPH) continue
    if (++candidates > MOST_CANDIDATES) return
    const context = contextOf(document, paragraph, node.start, node.end)
    if (context === undefined || (context.stance === 'required' && !RUNTIME.test(match[1] ?? ''))) continue
    const version = match[2] ?? ''
    yield { start: node.start, end: node.end, target: { kind: 'version', tool: match[1] ?? '', ...claimed({ form: 'at', range: version, version }, context) } }
  }
}

const PINNED = /^`{1,2}((?:@[\w.-]{1,60}\/)?[a-z][\w.-]{0,60})@v?(\d{1,3}(?:\.\d{1,6}){0,2})`{1,2}$/
const RUNTIME = /^(?:node|npm|pnpm|yarn|bun|deno)$/

function claimed(stated: Stated, { minimum, stance, subjects }: Context): Omit<VersionTarget, 'kind' | 'tool'> {
  const { form, range, version } = stated
  return minimum && form === 'at' ? { form: 'from', range: `>=${version}`, version, stance, subjects } : { form, range, version, stance, subjects }
}
