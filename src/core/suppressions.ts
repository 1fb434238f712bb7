/**
 * Comments that excuse findings, in ESLint's syntax, so that one comment serves every host:
 * `<!-- eslint-disable-next-line doc-lockdown/no-missing-paths -- reason -->`, `eslint-disable-line`, and the block
 * form `eslint-disable` … `eslint-enable`. The reason is mandatory: without one the comment itself is a finding.
 */
import type { Document } from './document.ts'
import type { MarkdownNode } from './markdown/node.ts'
import { pointAt } from './position.ts'

/** The prefix under which the rules are registered in ESLint. */
export const RULE_PREFIX = 'doc-lockdown/'

export type DirectiveKind = 'disable' | 'enable' | 'disable-line' | 'disable-next-line'

/** One comment. Lines are 1-based; plain JSON, cached with the references. */
export interface Directive {
  readonly kind: DirectiveKind
  /** Rule ids without prefix that it names; empty means all rules. */
  readonly rules: readonly string[]
  readonly reason: string
  readonly start: number
  readonly end: number
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** The comment as written, shortened. */
  readonly subject: string
}

const COMMENT = /<!--|\{\/\*/g
const DIRECTIVE = /^\s*eslint-(disable-next-line|disable-line|disable|enable)(?=\s|$)([^]*)$/

/** The directives of a document that concern doc-lockdown, in order. */
export function directivesOf(document: Document): readonly Directive[] {
  if (!document.text.includes('eslint-')) return []
  const found: Directive[] = []
  for (const node of [...document.nodes('html'), ...document.nodes('mdxFlowExpression'), ...document.nodes('mdxTextExpression')]) {
    readDirectives(document, node, found)
  }
  return found.sort((a, b) => a.start - b.start)
}

function readDirectives(document: Document, node: MarkdownNode, found: Directive[]): void {
  const source = document.text.slice(node.start, node.end)
  /** Comments don't nest, and what closes nothing any more is looked for once: the work stays linear. */
  const open = new Set<string>()
  let behind = 0
  for (const opening of source.matchAll(COMMENT)) {
    const close = opening[0] === '<!--' ? '-->' : '*/'
    if (opening.index < behind || open.has(close)) continue
    const from = opening.index + opening[0].length
    const to = source.indexOf(close, from)
    if (to < 0) {
      open.add(close)
      continue
    }
    behind = to + close.length
    const parsed = parseDirective(source.slice(from, to))
    if (parsed === undefined || (parsed.rules.length === 0 && !parsed.blanket)) continue
    found.push(directiveAt(parsed, document.text, document.lines, node.start + opening.index, node.start + to + close.length))
  }
}

/** What the inside of a comment says. */
export interface ParsedDirective extends Pick<Directive, 'kind' | 'rules' | 'reason'> {
  /** It names no rule at all, and so means all of them. */
  readonly blanket: boolean
}

/** Reads the inside of a comment; `undefined` for one that is no directive. */
export function parseDirective(comment: string): ParsedDirective | undefined {
  const parsed = DIRECTIVE.exec(comment)
  if (parsed === null) return undefined
  const [names = '', ...reason] = (parsed[2] ?? '').split(/\s-{2,}\s/)
  const named = names.split(',').map(name => name.trim()).filter(name => name !== '')
  const rules = named.filter(name => name.startsWith(RULE_PREFIX)).map(name => name.slice(RULE_PREFIX.length))
  return { kind: parsed[1] as DirectiveKind, rules, reason: reason.join(' -- ').trim(), blanket: named.length === 0 }
}

/** A directive in its place. @param lines offsets at which the lines of the text start */
export function directiveAt(parsed: ParsedDirective, text: string, lines: readonly number[], start: number, end: number): Directive {
  const first = pointAt(lines, start)
  const last = pointAt(lines, end)
  return {
    kind: parsed.kind, rules: parsed.rules, reason: parsed.reason, start, end,
    line: first.line, column: first.column, endLine: last.line, endColumn: last.column,
    subject: text.slice(start, Math.min(end, start + 120)),
  }
}

/** What came of the directives of one document. */
export interface Excuses {
  /** The directive that excuses a finding of the rule on a line (1-based), or `undefined`. Marks it as used. */
  excuse(rule: string, line: number): Directive | undefined
  /** Disabling directives that excused nothing, with the rules that were not needed. */
  unused(): readonly Directive[]
}

/** Prepares the directives of one document for questions. */
export function createExcuses(directives: readonly Directive[]): Excuses {
  const used = new Set<Directive>()
  const concerns = (directive: Directive, rule: string): boolean => directive.rules.length === 0 || directive.rules.includes(rule)
  return {
    excuse(rule, line) {
      let block: Directive | undefined
      for (const directive of directives) {
        if (!concerns(directive, rule)) continue
        const hits =
          (directive.kind === 'disable-line' && directive.line === line) ||
          (directive.kind === 'disable-next-line' && directive.endLine + 1 === line)
        if (hits) {
          used.add(directive)
          return directive
        }
        if (directive.line > line) continue
        if (directive.kind === 'disable') block = directive
        else if (directive.kind === 'enable') block = undefined
      }
      if (block !== undefined) used.add(block)
      return block
    },
    unused: () => directives.filter(directive => directive.kind !== 'enable' && !used.has(directive)),
  }
}
