import { createDocument, type Document } from './document.ts'
import { pointAt } from './position.ts'
import type { Reference } from './reference.ts'
import type { DocRule } from './rule.ts'
import { declaresStrict } from './strict-declaration.ts'
import { directivesOf, type Directive } from './suppressions.ts'
import type { Severity } from './finding.ts'

/** A rule as one run uses it. */
export interface RuleSetting {
  readonly rule: DocRule
  readonly severity: Severity
  readonly options: object
}

/** All that the rules read in one document: plain JSON, independent of every other file, so it is cached by content. */
export interface Extraction {
  /** By rule id; a rule without references has no entry. */
  readonly references: Readonly<Record<string, readonly Reference[]>>
  readonly directives: readonly Directive[]
  /** Whether the front matter declares the document a protocol: what can't be verified fails. */
  readonly strict: boolean
  /** Set when no parser takes the document: then it has no references, and that is no statement about it. */
  readonly unreadable?: true
}

/** The longest claim that is shown as written; a longer one is cut. */
const LONGEST_SUBJECT = 300

/**
 * Reads a document with every rule.
 * @param path the document's path from the root
 * @param text its text as read
 */
export function extract(path: string, text: string, rules: readonly RuleSetting[]): Extraction {
  return extractFrom(createDocument(path, text), rules)
}

/** Reads a document that is already made; see `extract`. */
export function extractFrom(document: Document, rules: readonly RuleSetting[]): Extraction {
  const { path } = document
  const references: Record<string, Reference[]> = {}
  for (const { rule, options } of rules) {
    const found: Reference[] = []
    for (const { start, end, target } of rule.references(document, options)) {
      const first = pointAt(document.lines, start)
      const last = pointAt(document.lines, end)
      found.push({
        path, start, end, target: detachedTarget(target),
        line: first.line, column: first.column, endLine: last.line, endColumn: last.column,
        subject: detached(document.text.slice(start, Math.min(end, start + LONGEST_SUBJECT))),
      })
    }
    if (found.length > 0) references[rule.id] = found.sort((a, b) => a.start - b.start || a.end - b.end)
  }
  return {
    references, directives: directivesOf(document), strict: declaresStrict(document.text),
    ...(document.unreadable ? { unreadable: true } : {}),
  }
}

/** Shorter strings are copied by the engine when they are cut out. */
const SHORTEST_SLICE = 13

/** The same string without a hold on the text it was cut from: else one reference keeps its whole document in memory. */
function detached(text: string): string {
  return text.length < SHORTEST_SLICE ? text : Buffer.from(text, 'utf16le').toString('utf16le')
}

function detachedTarget(target: unknown): unknown {
  if (typeof target !== 'object' || target === null) return target
  const record = target as Record<string, unknown>
  for (const key in record) {
    const value = record[key]
    if (typeof value === 'string' && value.length >= SHORTEST_SLICE) record[key] = detached(value)
  }
  return target
}
