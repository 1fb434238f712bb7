/** Names of code that a document speaks of. */
import type { Document } from '../../core/document.ts'
import { closest, textOf, type MarkdownNode } from '../../core/markdown/node.ts'
import type { Mention } from '../../core/reference.ts'
import { surroundingsOf, type Wording } from '../wording.ts'
import { placesOf, type SaidFile } from './place.ts'
import { schemaWordAt, type SchemaWord } from './schema-word.ts'
import { symbolNameOf, type SymbolName } from './symbol-name.ts'

/** A name that a document says exists. Plain JSON. */
export interface SymbolTarget extends Omit<SymbolName, 'from' | 'to'> {
  /** The file that is said to have it. */
  readonly file?: SaidFile
  /** What the words beside it say it is in a database schema. */
  readonly schema?: SchemaWord
  /** Whether the document's own examples declare it, or it is named like an example. */
  readonly example?: true
  readonly wording?: Wording
  readonly section?: 'removed' | 'planned'
  readonly struck?: true
}

/** Every name in inline code that is spelled like code, or is said to be in a named file or schema. */
export function* symbolsIn(document: Document): Iterable<Mention<SymbolTarget>> {
  if (!document.text.includes('`')) return
  const places = placesOf(document)
  let examples: ReadonlySet<string> | undefined
  for (const node of document.nodes('inlineCode')) {
    const inner = innerOf(document, node)
    const found = symbolNameOf(document.text.slice(inner.start, inner.end))
    if (found === undefined) continue
    const { from, to, ...symbol } = found
    const start = inner.start + from
    const end = inner.start + to
    const schema = schemaWordAt(document, node)
    const file = places.fileOf(node)
    if (symbol.spelling !== 'code' && file === undefined && schema === undefined) continue
    if (symbol.spelling === 'word' && schema === undefined && file?.how !== 'listed' && file?.how !== 'said') continue
    const around = surroundingsOf(document, node, inner.start, inner.end)
    const section = speaksOfThePast(document, inner.start) ? 'removed' : around.section
    const wording = around.sentence ?? (ADDING.test(document.text.slice(Math.max(0, node.start - 60), node.start)) ? 'planned' : undefined)
    examples ??= declaredInFences(document)
    const example = EXAMPLE_NAME.test(symbol.name) || examples.has(symbol.name)
    yield {
      start,
      end,
      target: {
        ...symbol,
        ...(file === undefined ? {} : { file }),
        ...(schema === undefined ? {} : { schema }),
        ...(example ? { example: true as const } : {}),
        ...(wording === undefined ? {} : { wording }),
        ...(section === undefined ? {} : { section }),
        ...(around.struck || isStruckAround(document, node) ? { struck: true as const } : {}),
      },
    }
  }
}

/** The text between the backticks of an inline code. */
export function innerOf(document: Document, node: MarkdownNode): { readonly start: number; readonly end: number } {
  let ticks = 0
  while (document.text[node.start + ticks] === '`' && ticks < 20) ticks++
  return { start: node.start + ticks, end: Math.max(node.start + ticks, node.end - ticks) }
}

/** Headings under which old names stand on purpose, the document's title included. */
const PAST = /\b(?:upgrad(?:e|ing)|migrat(?:e|ing|ion)s?|deprecat(?:ed|ions?)|obsolete|legacy|archived|historical|superseded|breaking|removed|renamed|changelog|release notes|what['’]s new|version history|previous versions?|prior art|lessons|post-?mortem|alternatives?)\b|\d+\.[\dx]+(?:\.[\dx]+)?\s*(?:to|→|->|=>|-)\s*v?\d/i

const past = new WeakMap<MarkdownNode, boolean>()

function speaksOfThePast(document: Document, offset: number): boolean {
  return document.headingsAt(offset).some((heading) => {
    let speaks = past.get(heading)
    if (speaks === undefined) {
      speaks = PAST.test(textOf(heading).slice(0, 300))
      past.set(heading, speaks)
    }
    return speaks
  })
}

/** "Add `x()` in `a.ts`": the reader is to make it. */
const ADDING = /\b(?:add|adding|create|implement|introduce|define|write|export|put|extract|register|append|insert|expose)\s+(?:(?:a|an|the|your|new|another|its|matching|corresponding)\s+){0,3}$/i

const EXAMPLE_NAME = /^(?:my|your|foo|bar|baz|qux|some|example|sample|awesome|hello|dummy|fake)(?:[_A-Z]|$)|^(?:My|Your|Foo|Bar|Baz|Some|Example|Sample|Awesome|Hello|Dummy|Fake|Acme)(?:[A-Z_]|$)|^(?:MY|YOUR|FOO|EXAMPLE|SOME)_|(?:Foo|Bar|Baz)$|^(?:foo|bar|baz)/

/** Names that the document's own code blocks declare: the reader's functions. */
function declaredInFences(document: Document): ReadonlySet<string> {
  const names = new Set<string>()
  for (const node of document.nodes('code')) {
    for (const match of node.value.matchAll(/\b(?:function\*?|class|interface|type|enum|struct|trait|const|let|var|fn|func|def|fun)[ \t]{1,4}([A-Za-z_$][\w$]{2,80})/g)) names.add(match[1] ?? '')
    for (const match of node.value.matchAll(/^[ \t]{0,20}([A-Za-z_$][\w$]{2,80})[ \t]{0,4}=(?![=>])/gm)) names.add(match[1] ?? '')
  }
  return names
}

/** `<del>` and `<s>` are HTML, of which the tree knows only the tags. */
function isStruckAround(document: Document, node: MarkdownNode): boolean {
  const block = closest(node, 'paragraph', 'tableRow', 'listItem')
  return block !== undefined && /<(?:del|s|strike)>/i.test(document.text.slice(block.start, Math.min(block.end, block.start + 2000)))
}
