/**
 * Whether the words around a version make it a claim of the repository. Most versions in documents are none ("In Node 18
 * fetch is experimental"): only a requirement, a stack or a list of prerequisites says what holds here.
 */
import type { Document } from '../../core/document.ts'
import { closest, textOf, type MarkdownNode } from '../../core/markdown/node.ts'
import { sentenceParts, surroundingsOf } from '../wording.ts'
import { plainView } from './plain-view.ts'

/** What a claim says of the version: that it is needed, or that it is what is used here. */
export type Stance = 'required' | 'used'

export interface Context {
  readonly stance: Stance
  /** Names before the verb: "Vite requires …". They must be ours for the claim to be. */
  readonly subjects: readonly string[]
  /** The words before make it a lower bound: "the minimum Node version is 18". */
  readonly minimum: boolean
}

const MINIMUM = /\b(?:minimum|min\.|at least|lowest|oldest|MSRV)\b[^.,;]{0,40}$/i
const REQUIRES = /\b(?:requir(?:es?|ed|ing)|needs?|must (?:have|use|be|run)|depends on|install(?:ed)?|make sure|ensure|minimum|at least|mandatory|prerequisites?|supports|we (?:officially |currently )?support|compatible with|works with)\b|\brequirements?\s{0,3}:/gi
const USES = /\b(?:uses|we use|(?:is|are) using|built (?:with|on|using)|runs on|running on|runs? with|powered by|written in|pinned (?:to|at)|managed (?:by|with)|targets?|targeting)\b/gi
const REQUIRED_AFTER = /^\s{0,3}\)?\s{0,3}(?:(?:\([^()]{0,40}\)\s)?(?:is|are|must be)\s(?:also\s)?(?:required|needed|mandatory|installed|necessary)|required\b|installed\b|is the minimum|\((?:required|minimum)\))/i
/** What may stand right behind a claim: "Node 18 APIs" is none. */
const BOUNDARY = /^\s{0,3}(?:$|[.,;:()|&+–—]|-\s|(?:and|or|with|for|to|via|on|in|as|is|are|installed|required|runtime|lts|sdk|jdk|jre|databases?|servers?|instances?|plus|under|through)\b)/i

const EXCUSED = /\b(?:if|when|unless|whenever|while|e\.g|for example|for instance|such as|drop(?:s|ped|ping)?|deprecat\w*|end[- ]of[- ]life|eol|since|as of|introduced|add(?:s|ed)|until|prior|before|older|earlier|below|lower than|less than|fewer|up to|upgrad\w+|downgrad\w+|migrat\w+|bump\w*|no longer|previous(?:ly)?|formerly|was|were|had|used to|instead|not|don['’]t|doesn['’]t|isn['’]t|can['’]t|cannot|won['’]t|never|without|bug|issues?|fail\w*|errors?|crash\w*|unsupported|legacy|might|could|would|will|optional(?:ly)?|experimental|starting (?:with|from|in)|suppose|assum\w+|tested|test(?:ed|s|ing)? (?:against|on|with)|example|only|versus|vs|compared|than|once|after|plan(?:s|ned)?|switch(?:ed|ing)?|mov(?:ed|ing)|from version|changed?|breaking|differ\w*|polyfill\w*|transpil\w*|compil\w*|convert\w*|output|emits?|matrix|release line)\b/i
/** Behind the version only: a project may have an API in its name. */
const EXCUSED_AFTER = /\b(?:features?|flags?|syntax|apis?)\b/i
const SECTION_EXCUSED = /\b(?:upgrad\w*|migrat\w*|change ?log|deprecat\w*|troubleshoot\w*|faqs?|known issues|older|previous|legacy|examples?|roadmap|breaking|history|releases?|what['’]s new|alternatives?|comparison|benchmarks?|policy|end[- ]of[- ]life|as a (?:dev ?)?dependency|your (?:own )?(?:project|app|application|site))\b|\bv?\d{1,3}\.(?:\d{1,3}|x)\b|\bv\d/i
const PREREQUISITES = /\b(?:pre-?requisites?|requirements?|required|dependencies|environment|what you(?:['’]ll| will)? need|before you (?:begin|start)|setup|set up|setting up|getting started|install\w*|quick ?-?start|development|local dev\w*|versions?|tool ?chain|tool(?:s|ing)|supported|compatibility)\b/i
const STACK = /\b(?:tech(?:nology|nologies|nical)?(?: ?-?stack)?|stack|built with|technologies|frameworks?|architecture|overview|tooling|tools|tool ?chain|languages?|runtime|infrastructure|dependencies|key (?:libraries|dependencies)|versions?)\b/i
const INTRO = /\b(?:need|require[sd]?|requirements?|prerequisites?|stack|built with|following (?:tools|versions|software)|must have|make sure|ensure|install|uses)\b[^\n]{0,80}:\s*$/i
/** What a list item may say before the name: a label, a verb. */
const LEAD = /^\s*(?:[\w/&(). -]{1,40}:\s{1,6})?(?:(?:[A-Za-z]{1,12}|[✅☑✔]️?|-|–)\s{1,4}){0,4}$/

/**
 * Reads what stands around a version.
 * @param node the paragraph that it stands in
 * @param start 0-based offset of the tool's name; `end`, exclusive, that of the statement's end
 * @returns `undefined` when the words make no claim about this repository
 */
export function contextOf(document: Document, node: MarkdownNode, start: number, end: number): Context | undefined {
  if (closest(node, 'blockquote', 'footnoteDefinition') !== undefined && !isNote(document, node)) return undefined
  const parts = sentenceParts(document, node, start, end)
  const before = plainView(parts.before).replace(/\s+/g, ' ')
  const after = plainView(parts.after).replace(/\s+/g, ' ')
  const named = document.text.slice(start, end)
  const behind = after.slice(0, 120)
  if ([before, behind].some(words => EXCUSED.test(words)) || EXCUSED_AFTER.test(behind) || isExcusedSection(document, start)) return undefined
  const around = surroundingsOf(document, node, start, end)
  if (document.nodes('delete').some(one => one.start <= start && end <= one.end)) return undefined
  if (around.section !== undefined || around.sentence === 'removed' || around.sentence === 'example') return undefined
  if (!BOUNDARY.test(after) && !/[)\]]$/.test(named)) return undefined
  const required = lastMatch(REQUIRES, before)
  if (required !== undefined) return { ...withSubjects('required', before.slice(0, required)), minimum: MINIMUM.test(before) }
  const uses = lastMatch(USES, before)
  if (uses !== undefined) return withSubjects('used', before.slice(0, uses))
  if (REQUIRED_AFTER.test(after)) return { stance: 'required', subjects: [], minimum: false }
  return listedIn(document, node, start)
}

/** An item that begins with the name, where the heading or the words above the list speak of prerequisites or the stack. */
function listedIn(document: Document, node: MarkdownNode, start: number): Context | undefined {
  const item = closest(node, 'listItem')
  const lead = plainView(document.text.slice(node.start, start))
  if (item === undefined || !LEAD.test(lead)) return undefined
  const intro = introOf(document, item)
  const above = document.headingsAt(start).at(-1)
  const heading = above === undefined ? '' : textOf(above)
  if (PREREQUISITES.test(heading) || INTRO.test(intro)) return { stance: 'required', subjects: [], minimum: /\bmin(?:imum)?\b/i.test(heading) }
  if (STACK.test(heading) || /\b(?:runtime|language|framework|database|package manager|version|engine|frontend|backend|node)\b[^:]{0,20}:/i.test(lead)) return { stance: 'used', subjects: [], minimum: false }
  return undefined
}

/** The words right above the list of an item. */
function introOf(document: Document, item: MarkdownNode): string {
  const list = item.parent
  const siblings = list?.parent?.children ?? []
  const above = list === undefined ? undefined : siblings[siblings.indexOf(list) - 1]
  return above?.type === 'paragraph' ? plainView(document.text.slice(Math.max(above.start, above.end - 300), above.end)) : ''
}

/** GitHub's `> [!NOTE]`, and quotations that begin in bold: they speak for the document. */
function isNote(document: Document, node: MarkdownNode): boolean {
  const quote = closest(node, 'blockquote')
  return quote !== undefined && /^>\s{0,3}(?:\[!|\*\*|⚠|ℹ|📝)/u.test(document.text.slice(quote.start, quote.start + 20))
}

/** Whether a heading above speaks of other versions or another day. */
export function isExcusedSection(document: Document, start: number): boolean {
  return document.headingsAt(start).some(heading => heading.depth > 1 && SECTION_EXCUSED.test(textOf(heading)))
}

function lastMatch(pattern: RegExp, text: string): number | undefined {
  let last: number | undefined
  for (const match of text.matchAll(pattern)) last = match.index
  return last
}

const COMMON = /^(?:the|this|our|your|we|you|it|they|these|all|both|every|please|note|make|building|running|development|developing|to|for|in|on|also|however|currently|project|repository|repo|app|application|requirements?|prerequisites?|currently|first|then|local|requires?|install|contributing|contributors|developers?|users?|ci|a|an|and|cli|api|ui|sdk|readme|important|warning|tip|node\.?js|monorepo)$/i

/**
 * The names and versions that stand before the verb. A lower-case word is a part of this repository ("the server").
 */
function withSubjects(stance: Stance, before: string): Context {
  const clause = before.slice(before.search(/[^.;:!?]*$/)).slice(-120)
  const words = clause.split(/[\s,()"']+/).filter(word => word !== '')
  const subjects = words.filter(word => (/^[A-Z@]|^[a-z]+[A-Z]|^v?\d+(?:\.|$)|\w[./-]\w/.test(word)) && !COMMON.test(word))
  return { stance, minimum: false, subjects: subjects.slice(-4).map(word => word.replace(/['’]s$/, '')) }
}
