/** Adding to a YAML file without touching a byte of what is there. */
import { createRequire } from 'node:module'
import { isDeepStrictEqual } from 'node:util'
import type { Document, Node, YAMLMap, YAMLSeq } from 'yaml'
import { isRecord } from '../core/record.ts'

/** A place in a YAML file: keys from the top. */
export type YamlPath = readonly string[]

/**
 * Adds an item to the list at a path, or an entry to a map; what is missing on the way is made. Written in the style of the file, and
 * read again: what comes out says what it said before, and the addition.
 * @param text with whatever line endings and comments; they stay
 * @param value the item to add, when the path leads to a list; a record of one entry, when it leads to a map
 * @returns the new text, or `undefined` when it is not YAML, holds something else at the path, or can't be added to safely
 */
export function addToYaml(text: string, path: YamlPath, kind: 'item' | 'entry', value: Readonly<Record<string, unknown>>): string | undefined {
  const document = documentOf(text)
  if (document === undefined) return undefined
  const wanted = expected(document, path, kind, value)
  if (wanted === undefined) return undefined
  for (const attempt of [() => inserted(text, document, path, kind, value), () => rewritten(text, path, kind, value)]) {
    const after = attempt()
    if (after !== undefined && isDeepStrictEqual(documentOf(after)?.toJS(), wanted)) return after
  }
  return undefined
}

function yaml(): typeof import('yaml') {
  return createRequire(import.meta.url)('yaml') as typeof import('yaml')
}

/** The only document of a file; `undefined` for several, and for what is no YAML. */
function documentOf(text: string): Document | undefined {
  const documents = yaml().parseAllDocuments(text, { logLevel: 'silent' })
  const [document = new (yaml().Document)()] = Array.isArray(documents) ? documents : []
  return documents.length > 1 || document.errors.length > 0 ? undefined : document
}

/** The data that must come out; `undefined` when something else stands at the path. */
function expected(document: Document, path: YamlPath, kind: 'item' | 'entry', value: Readonly<Record<string, unknown>>): unknown {
  const data: unknown = structuredClone(document.toJS() ?? {})
  let at: unknown = data
  for (const [index, key] of path.entries()) {
    if (typeof at !== 'object' || at === null || Array.isArray(at)) return undefined
    const record = at as Record<string, unknown>
    record[key] ??= index === path.length - 1 && kind === 'item' ? [] : {}
    at = record[key]
  }
  if (kind === 'item') {
    if (!Array.isArray(at)) return undefined
    at.push(value)
  } else {
    if (typeof at !== 'object' || at === null || Array.isArray(at) || Object.keys(value).some(key => Object.hasOwn(at, key))) return undefined
    Object.assign(at, value)
  }
  return data
}

/** Inserts lines behind what is there; only into block style. */
function inserted(text: string, document: Document, path: YamlPath, kind: 'item' | 'entry', value: Readonly<Record<string, unknown>>): string | undefined {
  const { isMap, isSeq } = yaml()
  let depth = path.length
  while (depth > 0 && !isFilled(nodeAt(document, path.slice(0, depth)))) depth--
  const node = nodeAt(document, path.slice(0, depth))
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const missing = path.slice(depth)
  if (node === undefined || node === null) {
    // Nothing but comments, if anything.
    return document.contents === null ? closed(text, eol) + linesOf(wrapped(missing, kind, value), 0, { map: 2, list: 2, dash: 2 }).map(line => line + eol).join('') : undefined
  }
  if ((!isMap(node) && !isSeq(node)) || node.flow === true || node.range === null || node.range === undefined) return undefined
  // A key without a value (`repos:`) is there, and must not be given again.
  if (isMap(node) && missing[0] !== undefined && node.has(missing[0])) return undefined
  const column = columnOf(text, isSeq(node) ? node.range[0] : startOf(node))
  const end = endOf(node)
  if (end === undefined || column === undefined) return undefined
  const at = behindComments(text, lineEnd(text, trimmedEnd(text, end)), column)
  const addition = isSeq(node) ? [value] : wrapped(missing, kind, value)
  const lines = linesOf(addition, column, styleOf(document, text))
  return closed(text.slice(0, at), eol) + lines.map(line => line + eol).join('') + text.slice(at)
}

/** The whole file written anew by the YAML library: comments stay, spaces may not. */
function rewritten(text: string, path: YamlPath, kind: 'item' | 'entry', value: Readonly<Record<string, unknown>>): string | undefined {
  const { isCollection, isSeq } = yaml()
  const document = documentOf(text)
  if (document === undefined) return undefined
  const node = document.getIn(path, true)
  if (kind === 'item' && isSeq(node)) node.add(document.createNode(value))
  else if (kind === 'item') document.setIn(path, document.createNode([value]))
  else for (const [key, one] of Object.entries(value)) document.setIn([...path, key], document.createNode(one))
  const filled = document.getIn(path, true)
  // An empty `[]` or `{}` would be filled in one line.
  if (isCollection(filled) && filled.items.length === 1) filled.flow = false
  const after = document.toString({ lineWidth: 0 })
  return text.includes('\r\n') ? after.replace(/\r?\n/g, '\r\n') : after
}

/** What the missing keys of a path and the value at its end come to. */
function wrapped(missing: YamlPath, kind: 'item' | 'entry', value: Readonly<Record<string, unknown>>): unknown {
  return missing.reduceRight<unknown>((inner, key) => ({ [key]: inner }), kind === 'item' ? [value] : value)
}

/** Written by hand: the YAML library knows neither wide dashes nor lists that stand below a key by another step than maps. */
function linesOf(value: unknown, column: number, style: Style): readonly string[] {
  const pad = ' '.repeat(column)
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const [first = '', ...others] = linesOf(item, column + style.dash, style)
      return [`${pad}${'-'.padEnd(style.dash)}${first.trimStart()}`, ...others]
    })
  }
  if (!isRecord(value)) return [`${pad}${yaml().stringify(value, { lineWidth: 0 }).trimEnd()}`]
  return Object.entries(value).flatMap(([key, inner]) => {
    if (!Array.isArray(inner) && !isRecord(inner)) return [`${pad}${yaml().stringify({ [key]: inner }, { lineWidth: 0 }).trimEnd()}`]
    return [`${pad}${yaml().stringify(key).trimEnd()}:`, ...linesOf(inner, column + (Array.isArray(inner) ? style.list : style.map), style)]
  })
}

function nodeAt(document: Document, path: YamlPath): Node | null | undefined {
  return (path.length === 0 ? document.contents : document.getIn(path, true)) as Node | null | undefined
}

function isFilled(node: Node | null | undefined): boolean {
  const { isCollection } = yaml()
  return isCollection(node) && node.items.length > 0
}

function startOf(map: YAMLMap | YAMLSeq): number {
  return map.range?.[0] ?? 0
}

/** The offset behind the last thing of a collection that is no comment: collections themselves end behind their comments. */
function endOf(node: YAMLMap | YAMLSeq): number | undefined {
  const { isCollection, isPair } = yaml()
  const last: unknown = node.items.at(-1)
  const inner = (isPair(last) ? last.value ?? last.key : last) as Node | null | undefined
  if (isCollection(inner) && inner.flow !== true && inner.items.length > 0) return endOf(inner)
  return inner?.range?.[1] ?? node.range?.[1]
}

/** The column of an offset, when nothing but spaces (and dashes of lists around) stands before it. */
function columnOf(text: string, offset: number): number | undefined {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).replace(/^\ufeff/, '')
  return /^[ -]*$/.test(before) ? before.length : undefined
}

function trimmedEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length
}

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset)
  return at < 0 ? text.length : at + 1
}

/** Comments that are indented deeper than the new lines belong to what stands above them. */
function behindComments(text: string, from: number, column: number): number {
  let at = from
  for (;;) {
    const next = lineEnd(text, at)
    const line = /^( *)#/.exec(text.slice(at, Math.min(next, at + 500)))
    if (at >= text.length || line === null || (line[1] ?? '').length <= column) return at
    at = next
  }
}

/** With a line end at its end, unless it is empty. */
function closed(text: string, eol: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}${eol}`
}

/** How much deeper things stand than what they are in, in columns. */
interface Style {
  /** A map below its key. */
  readonly map: number
  /** A list below its key. */
  readonly list: number
  /** An item behind the beginning of its dash. */
  readonly dash: number
}

/** As the file has it where it first does so; 2 for what it does not have. */
function styleOf(document: Document, text: string): Style {
  const { isMap, isPair, isSeq, visit } = yaml()
  const found: { map?: number, list?: number, dash?: number } = {}
  visit(document, {
    Collection(_key, node, path) {
      const holder = path.at(-1)
      const outer = isPair(holder) ? path.at(-2) : holder
      if (node.flow === true || !(isMap(outer) || isSeq(outer)) || outer.flow === true) return
      const [inner, around] = [columnOf(text, startOf(node)), columnOf(text, startOf(outer))]
      if (inner === undefined || around === undefined) return
      if (isSeq(outer)) found.dash ??= inner - around
      else found[isSeq(node) ? 'list' : 'map'] ??= inner - around
    },
  })
  return { map: Math.max(1, found.map ?? 2), list: Math.max(0, found.list ?? 2), dash: Math.max(2, found.dash ?? 2) }
}
