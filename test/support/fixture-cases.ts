/**
 * The cases under fixtures/<rule>/<case>: small repositories. `_history/01`, `_history/02` … are the trees of earlier
 * commits; a file `_message` in one is its commit message, and `_history/03-dropped` is committed and then left behind by
 * its branch. Lines of `_tags` are `name 02`, or `name 02 annotated`. Documents name a commit as `{{commit:02}}`, or
 * `{{commit:02:7}}` for its first seven digits. In a document a line that must be found ends with `<!-- expect: rule -->` (in code and front matter
 * `# expect: rule`, `// expect: rule`; in JSON the entry before it is `"//": "expect-next-line: rule"`), several rules separated by commas,
 * each followed by a quoted part of its receipt if that matters. For files that take no marks a file `_expect` has lines of the form
 * `doc-lockdown.lock.json:3 rule "part"`.
 */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { globbySync } from 'globby'
import type { Finding, Place } from '../../src/core/finding.ts'
import { messageWithReceipt } from '../../src/core/rule.ts'
import { commitAll, dropCommit, emptyWorktree, headOf, initCheckout, tagCommit } from './checkout.ts'

export const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures')
const HISTORY = '_history'
const SNAPSHOT = 'expected.txt'
const TAGS = '_tags'
const EXPECT = '_expect'
const MESSAGE = '_message'

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
  const own = new Set([HISTORY, SNAPSHOT, TAGS, EXPECT].map(name => path.join(fixture.folder, name)))
  const ids = new Map<string, string>()
  for (const [index, tree] of [...trees, fixture.folder].entries()) {
    emptyWorktree(root)
    cpSync(tree, root, { recursive: true, verbatimSymlinks: true, filter: source => !own.has(source) && source !== path.join(tree, MESSAGE) })
    fillIn(root, ids)
    const [number = '', dropped] = path.basename(tree).split('-')
    commitAll(root, index + 1, textAt(path.join(tree, MESSAGE))?.trim())
    ids.set(number, headOf(root))
    if (dropped === 'dropped') dropCommit(root)
  }
  for (const line of textAt(path.join(fixture.folder, TAGS))?.trim().split('\n') ?? []) {
    const [name = '', number = '', annotated] = line.split(' ')
    tagCommit(root, name, ids.get(number) ?? 'HEAD', annotated === 'annotated')
  }
  return root
}

/** Puts commit ids into the documents. */
function fillIn(root: string, ids: ReadonlyMap<string, string>): void {
  for (const file of globbySync('**/*.{md,mdx}', { cwd: root, absolute: true })) {
    const text = readFileSync(file, 'utf8')
    const filled = text.replace(/\{\{commit:(\d+)(?::(\d+))?\}\}/g, (_whole, number: string, digits?: string) => (ids.get(number) ?? 'no such commit').slice(0, digits === undefined ? undefined : Number(digits)))
    if (filled !== text) writeFileSync(file, filled)
  }
}

function textAt(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

export interface Expectation {
  readonly path: string
  /** 1-based. */
  readonly line: number
  readonly rule: string
  /** A part of the receipt, or '' when anything will do. */
  readonly evidence: string
}

const MARKER = /(?:<!--|\{\/\*|#|\/\/|--)\s*expect:\s*(.*?)\s*(?:-->.*|\*\/\}.*)?$/
const ENTRY = /([\w-]+)(?:\s+"([^"]*)")?/g

/** JSON has no comments: an entry says what the next line holds. */
const NEXT = /"expect-next-line:\s*(.*?)"/

/** What a case says must be found. */
export function expectationsOf(fixture: FixtureCase, root: string, documents: readonly string[]): Expectation[] {
  const listed = textAt(path.join(fixture.folder, EXPECT))?.trim().split('\n') ?? []
  return [...expectationsIn(root, documents), ...listed.flatMap((line) => {
    const [, file = '', number = '', entries = ''] = /^(\S+):(\d+) (.*)$/.exec(line) ?? []
    return [...entries.matchAll(ENTRY)].map(match => ({ path: file, line: Number(number), rule: match[1] ?? '', evidence: match[2] ?? '' }))
  })]
}

/** What the files of a repository say must be found. */
export function expectationsIn(root: string, documents: readonly string[]): Expectation[] {
  return documents.flatMap(document => readFileSync(path.join(root, document), 'utf8').split(/\r?\n/).flatMap((line, index) => {
    const next = NEXT.exec(line)?.[1]
    const entries = next ?? MARKER.exec(line)?.[1]
    if (entries === undefined) return []
    return [...entries.matchAll(ENTRY)].map(match => ({ path: document, line: index + (next === undefined ? 1 : 2), rule: match[1] ?? '', evidence: match[2] ?? '' }))
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
