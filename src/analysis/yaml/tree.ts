/** YAML with places: the few questions that readers of configuration have. */
import { createRequire } from 'node:module'
import type { Document, Pair, Scalar, YAMLMap } from 'yaml'
import { snippetOfLines, type Snippet } from '../shell/snippet.ts'

/** A value of a YAML file. Offsets are 0-based into the file. */
export interface YamlValue {
  /** As plain data, for scalars; `undefined` for lists and maps. */
  readonly scalar: string | number | boolean | null | undefined
  readonly items: readonly YamlValue[]
  readonly entries: readonly YamlEntry[]
  readonly start: number
  readonly end: number
  get(key: string): YamlValue | undefined
  /** A scalar's text as shell commands. */
  snippet(label: string): Snippet
}

export interface YamlEntry {
  readonly key: string
  /** Where the key begins. */
  readonly start: number
  readonly value: YamlValue
}

const MAX_LENGTH = 1_000_000
const MAX_DEPTH = 60

/** The documents of a YAML file; none for what can't be read. */
export function readYamlTree(text: string): readonly YamlValue[] {
  if (text.length > MAX_LENGTH) return []
  const { parseAllDocuments } = createRequire(import.meta.url)('yaml') as typeof import('yaml')
  try {
    const documents = parseAllDocuments(text, { logLevel: 'silent', keepSourceTokens: false })
    return Array.isArray(documents) ? documents.flatMap((document: Document) => valueOf(document.contents, document, text, 0) ?? []) : []
  } catch {
    // Nesting without end.
    return []
  }
}

function valueOf(node: unknown, document: Document, text: string, depth: number): YamlValue | undefined {
  const { isAlias, isMap, isScalar, isSeq } = createRequire(import.meta.url)('yaml') as typeof import('yaml')
  if (depth > MAX_DEPTH) return undefined
  if (isAlias(node)) return valueOf(node.resolve(document), document, text, depth + 20)
  const [start = 0, end = 0] = (node as { readonly range?: readonly number[] | null } | null)?.range ?? []
  const base = { start, end, scalar: undefined, items: [], entries: [], get: () => undefined, snippet: (label: string) => snippetOfLines(label, []) }
  if (isScalar(node)) {
    const value = node.value as YamlValue['scalar']
    return { ...base, scalar: value, snippet: label => scalarSnippet(node, text, label) }
  }
  if (isSeq(node)) return { ...base, items: node.items.flatMap(item => valueOf(item, document, text, depth + 1) ?? []) }
  if (!isMap(node)) return undefined
  const entries = entriesOf(node, document, text, depth)
  return { ...base, entries, get: key => entries.find(entry => entry.key === key)?.value }
}

function entriesOf(map: YAMLMap, document: Document, text: string, depth: number): readonly YamlEntry[] {
  return (map.items as readonly Pair[]).flatMap(({ key, value }) => {
    const name = key as Scalar | null
    const inner = valueOf(value, document, text, depth + 1)
    return name === null || inner === undefined ? [] : [{ key: String(name.value), start: name.range?.[0] ?? inner.start, value: inner }]
  })
}

/** A scalar's lines at their places: block scalars lose their indent, others keep their place on the first line. */
function scalarSnippet(node: Scalar, text: string, label: string): Snippet {
  const [start = 0, end = 0] = node.range ?? []
  const source = text.slice(start, end)
  const block = /^[|>][^\n]{0,20}\n/.exec(source)
  const lines: { text: string, start: number }[] = []
  let at = block === null ? 0 : block[0].length
  const body = source.slice(at)
  const indent = block === null ? 0 : Math.min(...body.split('\n').filter(line => line.trim() !== '').map(line => /^ */.exec(line)?.[0].length ?? 0), 200)
  const quote = block === null && /^["']/.test(source) ? 1 : 0
  for (const line of body.split('\n')) {
    const cut = block === null ? (lines.length === 0 ? quote : /^ */.exec(line)?.[0].length ?? 0) : Math.min(indent, line.length)
    lines.push({ text: line.slice(cut), start: start + at + cut })
    at += line.length + 1
  }
  const last = lines.at(-1)
  if (quote === 1 && last !== undefined) last.text = last.text.slice(0, -1)
  // Folded lines are one command.
  const folded = block?.[0].startsWith('>') === true || (block === null && lines.length > 1)
  const snippet = snippetOfLines(label, lines)
  return folded ? { ...snippet, text: snippet.text.replace(/(?<=\S)\n(?=\S)/g, ' ') } : snippet
}
