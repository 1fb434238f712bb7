/**
 * The cases under fixtures/<rule>/<case>: small repositories. `_history/01`, `_history/02` … are the trees of earlier
 * commits. In a document a line that must be found ends with `<!-- expect: rule -->` (in code and front matter
 * `# expect: rule`), several rules separated by commas, each followed by a quoted part of its receipt if that matters.
 */
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { globbySync } from 'globby'
import type { Finding, Place } from '../../src/core/finding.ts'
import { messageWithReceipt } from '../../src/core/rule.ts'
import { commitAll, emptyWorktree, initCheckout } from './checkout.ts'

export const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures')
const HISTORY = '_history'
const SNAPSHOT = 'expected.txt'

export interface FixtureCase {
  readonly rule: string
  readonly name: string
  /** Absolute. */
  readonly folder: string
  /** Absolute path of the file that shows the findings as people see them. */
  readonly snapshot: string
}

/** Every case, by name. */
export function fixtureCases(): readonly FixtureCase[] {
  return globbySync('*/*', { cwd: FIXTURES, onlyDirectories: true }).sort().map((folder) => {
    const [rule = '', name = ''] = folder.split('/')
    return { rule, name, folder: path.join(FIXTURES, folder), snapshot: path.join(FIXTURES, folder, SNAPSHOT) }
  })
}

/** Makes the repository of a case. @returns its absolute root */
export function buildCase(fixture: FixtureCase): string {
  const root = initCheckout(fixture.name)
  const history = path.join(fixture.folder, HISTORY)
  const trees = existsSync(history) ? readdirSync(history).sort().map(name => path.join(history, name)) : []
  const own = new Set([HISTORY, SNAPSHOT].map(name => path.join(fixture.folder, name)))
  for (const [index, tree] of [...trees, fixture.folder].entries()) {
    emptyWorktree(root)
    cpSync(tree, root, { recursive: true, verbatimSymlinks: true, filter: source => !own.has(source) })
    commitAll(root, index + 1)
  }
  return root
}

export interface Expectation {
  readonly path: string
  /** 1-based. */
  readonly line: number
  readonly rule: string
  /** A part of the receipt, or '' when anything will do. */
  readonly evidence: string
}

const MARKER = /(?:<!--|\{\/\*|#|\/\/)\s*expect:\s*(.*?)\s*(?:-->.*|\*\/\}.*)?$/
const ENTRY = /([\w-]+)(?:\s+"([^"]*)")?/g

/** What the documents of a case say must be found. */
export function expectationsIn(root: string, documents: readonly string[]): Expectation[] {
  return documents.flatMap(document => readFileSync(path.join(root, document), 'utf8').split(/\r?\n/).flatMap((line, index) => {
    const entries = MARKER.exec(line)?.[1]
    if (entries === undefined) return []
    return [...entries.matchAll(ENTRY)].map(match => ({ path: document, line: index + 1, rule: match[1] ?? '', evidence: match[2] ?? '' }))
  }))
}

/** One finding as the snapshot shows it. */
export function renderFinding(finding: Finding): string {
  const fix = finding.fix === undefined ? '' : `\n  ${finding.fix.safety === 'safe' ? 'fix' : 'suggestion'}: ${finding.fix.title}`
  return `${placeText(finding)} ${finding.severity} ${finding.rule} (${finding.confidence})\n  ${messageWithReceipt(finding.message, finding.evidence)}${fix}\n`
}

/** `README.md:3:6-3:16`. */
export function placeText(place: Omit<Place, 'start' | 'end'>): string {
  return `${place.path}:${String(place.line)}:${String(place.column)}-${String(place.endLine)}:${String(place.endColumn)}`
}
