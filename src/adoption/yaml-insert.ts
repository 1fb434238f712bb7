/** Adding to a YAML file without touching a byte of what is there. */
import { createRequire } from 'node:module'
import { isDeepStrictEqual } from 'node:util'
import type { Document, Node, YAMLMap, YAMLSeq } from 'yaml'

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
  const { parseDocument } = yaml()
  const document = parseDocument(text, { logLevel: 'silent' })
  if (document.errors.length > 0 || text.includes('\n--- ')) return undefined
  const wanted = expected(document, path, kind, value)
  if (wanted === undefined) return undefined
  for (const attempt of [() => inserted(text, document, path, kind, value), () => rewritten(text, path, kind, value)]) {
    const after = attempt()
    if (after !== undefined && isDeepStrictEqual(dataOf(after), wanted)) return after
  }
  return undefined
}

function yaml(): typeof import('yaml') {
  return createRequire(import.meta.url)('yaml') as typeof import('yaml')
}

function dataOf(text: string): unknown {
  const document = yaml().parseDocument(text, { logLevel: 'silent' })
  return document.errors.length > 0 ? undefined : document.toJS()
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
    return document.contents === null ? `${closed(text, eol)}${linesOf(wrapped(missing, kind, value), 0, eol, 2, true)}` : undefined
  }
  if ((!isMap(node) && !isSeq(node)) || node.flow === true || node.range === null || node.range === undefined) return undefined
  // A key without a value (`repos:`) is there, and must not be given again.
  if (isMap(node) && missing[0] !== undefined && node.has(missing[0])) return undefined
  const column = columnOf(text, isSeq(node) ? node.range[0] : startOf(node))
  const last = node.items.at(-1)
  const end = last === undefined ? undefined : endOf(last as Node | YAMLMap['items'][number], node)
  if (end === undefined || column === undefined) return undefined
  const at = behindComments(text, lineEnd(text, trimmedEnd(text, end)), column)
  const addition = isSeq(node) ? [value] : wrapped(missing, kind, value)
  const lines = linesOf(addition, column, eol, indentOf(document, text), indentsLists(document, text))
  return `${closed(text.slice(0, at), eol)}${lines}${text.slice(at)}`
}

/** The whole file written anew by the YAML library: comments stay, spaces may not. */
function rewritten(text: string, path: YamlPath, kind: 'item' | 'entry', value: Readonly<Record<string, unknown>>): string | undefined {
  const { isCollection, isSeq, parseDocument } = yaml()
  const document = parseDocument(text, { logLevel: 'silent' })
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

function linesOf(value: unknown, column: number, eol: string, indent: number, indentSeq: boolean): string {
  const text = yaml().stringify(value, { lineWidth: 0, indent, indentSeq })
  return text.trimEnd().split('\n').map(line => `${' '.repeat(column)}${line}${eol}`).join('')
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

/** The offset behind the last thing of a collection that is no comment. */
function endOf(last: Node | YAMLMap['items'][number], around: YAMLMap | YAMLSeq): number | undefined {
  const { isPair } = yaml()
  const node = isPair(last) ? (last.value ?? last.key) as Node | null : last
  return node?.range?.[1] ?? around.range?.[1]
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

/** How much deeper a map stands below its key, or behind the dash of its list item, as the file has it; 2 where it has none. */
function indentOf(document: Document, text: string): number {
  const { isMap, isPair, isSeq, visit } = yaml()
  const found: { key?: number, dash?: number } = {}
  visit(document, {
    Map(_key, map, path) {
      const holder = path.at(-1)
      const outer = isPair(holder) ? path.at(-2) : holder
      if (map.flow === true || !(isMap(outer) || isSeq(outer)) || outer.flow === true) return
      const [inner, around] = [columnOf(text, startOf(map)), columnOf(text, startOf(outer))]
      if (inner === undefined || around === undefined || inner <= around) return
      if (isMap(outer)) found.key ??= inner - around
      else found.dash ??= inner - around
    },
  })
  return found.key ?? found.dash ?? 2
}

/** Whether the file's lists stand deeper than their keys. */
function indentsLists(document: Document, text: string): boolean {
  let found: boolean | undefined
  yaml().visit(document, {
    Pair(_key, pair, path) {
      const { isMap, isSeq } = yaml()
      const outer = path.at(-1)
      if (found !== undefined || !isSeq(pair.value) || pair.value.flow === true || !isMap(outer)) return
      const [inner, around] = [columnOf(text, startOf(pair.value)), columnOf(text, startOf(outer))]
      if (inner !== undefined && around !== undefined) found = inner > around
    },
  })
  return found ?? true
}
