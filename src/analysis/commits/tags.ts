/** Names of tags and releases in running text, code spans and table cells. */
import type { Document } from '../../core/document.ts'
import { closest, type MarkdownNode } from '../../core/markdown/node.ts'
import { surroundingsOf, type Wording } from '../wording.ts'
import { contextOf, isExample, isUnderExample, leadingName, mayHaveExamples, nodeAt, repositoriesIn, rowOf, wordsBefore, type Context } from './context.ts'
import { isCommitColumn } from './cues.ts'
import { versionWords, type Token } from './tokens.ts'

/** A tag's or release's name where it stands. */
export interface TagMention {
  /** 0-based offsets. */
  readonly start: number
  readonly end: number
  readonly name: string
  readonly form: 'tag' | 'release' | 'version'
  readonly asserted: boolean
  readonly lead: string | null
  readonly context: Context
  readonly repositories: readonly string[]
  readonly wording: Wording | null
}

const TAG_BEFORE = /(?:^|[^\w-])(?:(\w[\w.-]*)\s+)?(?:git |release |version |annotated |signed |semver |lightweight ){0,2}tag(?:s|ged)?(?: (?:as|with|named|called|is|was)){0,2}\s*[:=(]?\s*$/i
/** Tags of other things. */
const OTHER_TAG = /^(?:images?|docker|containers?|charts?|html|dist|npm|oci|helm|base|builds?|xml|jsx|ghcr|script|meta|default|skaffold|matching|registry|ecr|acr|gcr)$/i
const RELEASE_BEFORE = /(?:^|[^\w-])releas(?:e|es|ed)(?: (?:as|tag|version|in|named|called|is|was)){0,2}\s*[:=(]?\s*$/i
const TAG_BEHIND = /^\s*(?:git |release )?tags?\b(?! (?:manager|helper))/i
const RELEASE_BEHIND = /^\s*(?:(?:github|stable|production|patch|minor|major|hotfix) )?release\b(?! (?:notes|candidates?|process|train|date|branch|plan|checklist|cycle))/i
const DONE = /\b(?:released|tagged|shipped|published|promoted)(?: (?:as|in|with))?\s*[:=(]?\s*$/i
const POINTS = /^[\w\s,&@./^{}-]*\b(?:points? (?:at|to)|pointed (?:at|to)|resolve[sd]? to)\b/i

/** Versions that everybody makes up. */
const STOCK = /^v?(?:1\.2\.3|0\.0\.0|9\.9\.9)(?:-.*)?$/i
/** A cheap first look at a document. */
const ANY_CUE = /\btag|releas|\bversion/i

/** Tags and releases that the document names with a cue. Nothing from fenced blocks, HTML, or link destinations. */
export function tagsIn(document: Document): readonly TagMention[] {
  const { text } = document
  if (!ANY_CUE.test(text)) return []
  const found: TagMention[] = []
  const versions = versionWords(text)
  for (const { start, end, text: name } of versions) {
    const last = found.at(-1)
    const joined = last !== undefined && joins(text.slice(last.end, start))
    if (STOCK.test(name) || !(joined || mayHaveCue(text, start, end))) continue
    const node = readable(document, start)
    if (node === undefined) continue
    const context = contextOf(document, node, start, end)
    const cue = cueOf(name, context) ??
      (joined && last.context.block === context.block && last.context.cell === context.cell ? { form: last.form, lead: last.lead } : undefined)
    if (cue === undefined) continue
    // The words of a link to somewhere else speak of that.
    const link = closest(node, 'link', 'linkReference')
    if (link !== undefined && /^https?:/i.test(link.url)) continue
    const { sentence, section, struck } = surroundingsOf(document, node, start, end)
    if (struck) continue
    found.push({
      start, end, name, form: cue.form, lead: cue.lead, context, repositories: repositoriesIn(context.sentence),
      asserted: DONE.test(context.before.slice(-60)) || POINTS.test(context.after), wording: sentence ?? section ?? null,
    })
  }
  return found.length === 0 || !mayHaveExamples(text) ? found : withoutExamples(document, versions, found)
}

/** What is plainly an example somewhere ("for example version `v1.1.0`") is one everywhere. */
function withoutExamples(document: Document, versions: readonly Token[], found: readonly TagMention[]): readonly TagMention[] {
  const named = new Set(found.map(({ name }) => plainVersion(name)))
  const examples = new Set<string>()
  for (const { start, text: name } of versions) {
    const version = plainVersion(name)
    if (named.has(version) && isExample(wordsBefore(document.text, start))) examples.add(version)
  }
  return found.filter(({ name, context, start }) =>
    !examples.has(plainVersion(name)) && !isExample(context.sentence) && !isUnderExample(document, start))
}

/** The node of a version that is read: running text, or a code span of nothing else. */
function readable(document: Document, offset: number): MarkdownNode | undefined {
  const node = nodeAt(document, offset)
  if (node?.type !== 'inlineCode') return node
  return /^`+ ?[\w@./+-]+(?:\^\{\w*\})? ?`+$/.test(document.text.slice(node.start, Math.min(node.end, node.start + 300))) ? node : undefined
}

/** A cheap first look around a version: a word that can be a cue, or the line of a table. */
function mayHaveCue(text: string, start: number, end: number): boolean {
  if (/tag|releas|point|resolve/i.test(text.slice(Math.max(0, start - 60), Math.min(text.length, end + 90)))) return true
  const line = text.lastIndexOf('\n', start)
  return text.slice(Math.max(line, start - 300), start).includes('|')
}

/** `v1.1.0-rc.0` and `1.1.0` are examples of one release. */
function plainVersion(name: string): string {
  return /\d[\d.]*/.exec(name)?.[0] ?? name
}

interface TagCue {
  readonly form: TagMention['form']
  readonly lead: string | null
}

/** Whether the words around a version say that it is a tag or a release, and whose. */
function cueOf(name: string, context: Context): TagCue | undefined {
  const before = context.before.slice(-110)
  const tagged = TAG_BEFORE.exec(before)
  if (tagged !== null) return tagged[1] !== undefined && OTHER_TAG.test(tagged[1]) ? undefined : { form: 'tag', lead: null }
  if (/\bimages?\b|\bcharts?\b|\bdocker\b/i.test(before.slice(-40))) return undefined
  if (TAG_BEHIND.test(context.after)) return { form: 'tag', lead: leadingName(before) }
  // "release 20.1" may be anything's.
  const plain = /^v|@|-v/i.test(name) || /^\d+\.\d+\.\d+/.test(name)
  const released = RELEASE_BEFORE.exec(before)
  if (plain && released !== null) return { form: 'release', lead: leadingName(before.slice(0, released.index + released[0].search(/releas/i))) }
  if (plain && RELEASE_BEHIND.test(context.after)) return { form: 'release', lead: leadingName(before) }
  if (/(?:^|@|-)v?\d+\.\d+\.\d+/.test(name) && POINTS.test(context.after)) return { form: 'release', lead: null }
  return columnCue(name, context)
}

const DEPENDENCIES = /\b(?:packages?|dependenc\w+|librar\w+|tools?|modules?|software|plugins?|products?|browsers?|node|platforms?|runtimes?|requires?|requirements?|parameters?|options?|fields?|images?|charts?|providers?|supported|minimum|spec\w*|languages?)\b/i

function columnCue(name: string, { cell, before, after }: Context): TagCue | undefined {
  const row = cell === undefined ? undefined : rowOf(cell)
  const head = row?.heads[row.at]
  if (row === undefined || head === undefined || (before + after).trim() !== '' || row.heads.some(one => DEPENDENCIES.test(one))) return undefined
  if (/^(?:git |release )?tags?$/i.test(head)) return /\d+\.\d+\.\d+/.test(name) ? { form: 'tag', lead: null } : undefined
  if (!/^(?:releases?|version|release version|released (?:as|in)|deployed (?:version|release)|current (?:version|release))$/i.test(head)) return undefined
  return row.heads.some(isCommitColumn) || row.heads.some(isEnvironmentColumn) ? { form: 'version', lead: null } : undefined
}

/** Whether the head of a column says that it names environments. */
export function isEnvironmentColumn(head: string): boolean {
  return /^(?:environments?|env|stage|deployment environment|channel)$/i.test(head)
}

function joins(between: string): boolean {
  return between.length <= 30 && /^(?:\^\{\w*\})?[\s`,/&+*_]*(?:and|or|to|through)?[\s`*_]*$/.test(between)
}
