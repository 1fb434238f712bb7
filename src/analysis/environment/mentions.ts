/** Variables that a document names: in inline code, in commands, in `.env` examples, and in plain words about variables. */
import { distance } from 'fastest-levenshtein'
import type { Document } from '../../core/document.ts'
import { closest, textOf, type MarkdownNode } from '../../core/markdown/node.ts'
import { sentenceAround, surroundingsOf } from '../wording.ts'
import { isForeign, isStandIn } from './foreign.ts'
import { variableCollections } from './collections.ts'

/** How a document names a variable: `X` in code, `X=value`, `process.env.X`, in plain words. */
export type VariableForm = 'code' | 'assignment' | 'access' | 'words'

export interface VariableMention {
  readonly name: string
  /** 0-based UTF-16 offsets of the name alone. */
  readonly start: number
  readonly end: number
  readonly form: VariableForm
  /** The words around speak of environment variables, secrets or `.env` files. */
  readonly context: boolean
  /** Why the words around make no claim of today: gone, struck through, still to come. */
  readonly excuse: 'gone' | 'planned' | null
  /** The document sets it for commands of its own. */
  readonly local: boolean
  /** Other names of the document from which this one differs by a letter or two: then it is no slip. */
  readonly kin: readonly string[]
}

const NAME = '[A-Z][A-Z0-9]{0,40}(?:_{1,2}[A-Z0-9]{1,40}){1,12}'
const QUICK = /[A-Z0-9]_[A-Z0-9]/
const INLINE = new RegExp(String.raw`^(?:(\$\{?|%|\$env:)?(${NAME})[}%]?|(?:export |set |\$env:)?(${NAME})[ ]?=.*|(?:process\.env|import\.meta\.env|os\.environ|Deno\.env|Bun\.env|env|secrets|vars)(?:\.get\(["']|\[["']|\.)(${NAME})["']?[\])]?)$`)
const ASSIGNMENT = new RegExp(String.raw`(?:^[\s>$#]{0,20}(?:(?:sudo|env|cross-env|export|set|setx|ENV|ARG)\s{1,3}|\$env:)?|\s(?:-e|--env|--build-arg|env|cross-env|export)[ =]|^[\s>$]{0,20}(?:[A-Z_][A-Z0-9_]{0,60}=[^\s"']{0,80}\s){1,6})(${NAME})\s?=`, 'gm')
const WORDS = new RegExp(String.raw`(?<![\w/.$%{<-])${NAME}(?![\w/(>}-]|\.\w)`, 'g')
const SHELL_LANGUAGE = /^(?:|sh|bash|shell|zsh|fish|console|terminal|shell-session|shellsession|env|dotenv|ini|properties|powershell|ps1|pwsh|cmd|bat|text|txt|plaintext|dockerfile|docker|makefile)$/i
const ABOUT_VARIABLES = /\benv(?:ironment)?[\s-]?var(?:iable)?s?\b|\benvironment\b|\benv\b|\bsecrets?\b|\.env\b|\bconfig(?:uration)? (?:options?|variables?|settings?)\b|\bvariables?\b/i
const LONGEST_WORD = 100

/** Every variable that the document names and that can be ours, in order. Tables and lists of variables are left to their own rule. */
export function variablesOf(document: Document): readonly VariableMention[] {
  if (!QUICK.test(document.text)) return []
  const raw = new Map<number, { readonly name: string; readonly form: VariableForm; readonly node: MarkdownNode; readonly before: boolean }>()
  const add = (start: number, name: string, form: VariableForm, node: MarkdownNode, before = false): void => {
    if (name.length > LONGEST_WORD || isForeign(name) || isStandIn(name) || raw.has(start)) return
    raw.set(start, { name, form, node, before })
  }
  for (const node of document.nodes('inlineCode')) readInline(document, node, add)
  for (const node of document.nodes('code')) if (SHELL_LANGUAGE.test(node.lang)) readFence(document, node, add)
  readWords(document, add)
  if (raw.size === 0) return []
  const owned = variableCollections(document).flatMap(one => one.names.map(name => name.start))
  for (const start of owned) raw.delete(start)
  const assigned = new Set([...raw.values()].filter(one => one.form === 'assignment' && !one.before).map(one => one.name))
  const names = [...new Set([...raw.values()].map(one => one.name))].slice(0, 400)
  return [...raw].sort((a, b) => a[0] - b[0]).map(([start, { name, form, node }]) => {
    const end = start + name.length
    return {
      name, start, end, form, ...aroundOf(document, node, start, end, form),
      local: assigned.has(name) && isExpanded(document.text, name),
      kin: names.filter(other => other !== name && Math.abs(other.length - name.length) <= 2 && distance(other, name) <= 2).slice(0, 5),
    }
  })
}

type Add = (start: number, name: string, form: VariableForm, node: MarkdownNode, before?: boolean) => void

function readInline(document: Document, node: MarkdownNode, add: Add): void {
  if (node.value.length > 200 || !node.value.includes('_')) return
  const match = INLINE.exec(node.value.trim())
  if (match === null) return
  const name = match[2] ?? match[3] ?? match[4] ?? ''
  const at = document.text.slice(node.start, node.end).indexOf(name)
  if (at < 0) return
  add(node.start + at, name, match[4] !== undefined ? 'access' : match[3] !== undefined ? 'assignment' : 'code', node)
}

function readFence(document: Document, node: MarkdownNode, add: Add): void {
  const text = document.text.slice(node.start, node.end)
  if (!text.includes('=')) return
  for (const match of text.matchAll(ASSIGNMENT)) {
    const name = match[1] ?? ''
    const at = match.index + match[0].lastIndexOf(name)
    const rest = text.slice(at + name.length, at + name.length + 200)
    // `X=1 npm start` is for that command; alone on its line it may be for the lines below.
    add(node.start + at, name, 'assignment', node, /^=(?:"[^"\n]{0,100}"|'[^'\n]{0,100}'|[^\s"'$(]{0,100})[ \t]+(?!#)\S/.test(rest))
  }
}

function readWords(document: Document, add: Add): void {
  for (const node of document.nodes('text')) {
    if (!node.value.includes('_') || !/[A-Z]_[A-Z0-9]/.test(node.value)) continue
    for (const match of document.text.slice(node.start, node.end).matchAll(WORDS)) {
      const start = node.start + match.index
      if (/\benv(?:ironment)?[\s-]?var|\benvironment\b/i.test(sentenceAround(document, node, start, start + match[0].length))) add(start, match[0], 'words', node)
    }
  }
}

function aroundOf(document: Document, node: MarkdownNode, start: number, end: number, form: VariableForm): Pick<VariableMention, 'context' | 'excuse'> {
  const headings = document.headingsAt(start).map(textOf).join('\n')
  if (node.type === 'code') {
    const section = surroundingsOf(document, node, start, start).section
    return { context: true, excuse: section === 'removed' ? 'gone' : section ?? null }
  }
  const { sentence, section, struck } = surroundingsOf(document, node, start, end)
  const excuse = struck || sentence === 'removed' || section === 'removed' ? 'gone' : section === 'planned' ? 'planned' : null
  if (form === 'assignment' || form === 'access') return { context: true, excuse }
  const said = sentenceAround(document, closest(node, 'listItem') ?? node, start, end)
  return { context: ABOUT_VARIABLES.test(said.replace(/`[^`]*`/g, ' ')) || ABOUT_VARIABLES.test(headings), excuse }
}

/** Whether the document's own commands use the value. */
function isExpanded(text: string, name: string): boolean {
  return text.includes(`$${name}`) || text.includes(`\${${name}`) || text.includes(`%${name}%`) || text.includes(`$(${name})`)
}
