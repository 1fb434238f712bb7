/** What runs where, as tables and sentences say it. */
import type { Document } from '../../core/document.ts'
import { textOf, type MarkdownNode } from '../../core/markdown/node.ts'
import { pointAt } from '../../core/position.ts'
import { headOf, isCommitColumn } from './cues.ts'
import { rowOf } from './context.ts'
import type { ShaMention } from './shas.ts'
import { isEnvironmentColumn, type TagMention } from './tags.ts'
import type { Deployed, Said } from './target.ts'

type Role = 'production' | 'testing'

/** One environment with what it is said to run. */
interface Statement {
  readonly mention: ShaMention | TagMention
  readonly environment: string
  readonly role: Role | undefined
  /** The table, or the heading that the sentence stands under. */
  readonly place: MarkdownNode | undefined
  readonly table: boolean
  /** `undefined` where the table does not say. */
  readonly verified: boolean | undefined
}

const NAMES = /\b(?:pre-?prod(?:uction)?|non-?prod(?:uction)?|prod(?:uction)?|testing|test|staging|stage|qa|uat|acceptance|preview|canary|development|dev)\b/gi
/** "testing and prod health both report revision": ends right before the revision. */
const REPORTS = /\b(?:(?:both|all|each|now|currently|still|must|should)\s+){0,2}(?:reports?|reported|serves?|runs?|running|shows?|is (?:at|on)|are (?:at|on)|:|at)(?: (?:the|same|git|deployed|current|exact)){0,2}(?: (?:commit|revision|sha|build|artifact|version|tag|release)){0,2}\s*[:=(]?\s*$/i

/** A document that says more than this of environments is a log. */
const MOST_STATEMENTS = 200

/** By mention: what its environments have to do with the other revisions of the document. */
export function deployedIn(
  document: Document, shas: readonly ShaMention[], tags: readonly TagMention[],
): ReadonlyMap<ShaMention | TagMention, Deployed> {
  const statements = [...shas, ...tags.filter(one => !hasCommitBeside(one))].flatMap(one => statementsOf(document, one))
  const found = new Map<ShaMention | TagMention, Deployed>()
  if (statements.length === 0 || statements.length > MOST_STATEMENTS) return found
  const current = tablesOfNow(statements)
  for (const mention of new Set(statements.map(one => one.mention))) {
    const own = statements.filter(one => one.mention === mention)
    const same: Said[] = []
    const tested: Said[] = []
    let verified = false
    for (const one of own) {
      const others = statements.filter(other => other.mention !== mention && comparable(one, other, current))
      const alike = others.filter(other => other.environment.toLowerCase() === one.environment.toLowerCase() && other.table !== one.table)
      same.push(...alike.map(other => saidBy(document, other)))
      if (one.role !== 'production' || own.some(other => other.role === 'testing')) continue
      const testing = others.filter(other => other.role === 'testing' && other.table === one.table)
      tested.push(...testing.filter(other => other.verified !== false).map(other => saidBy(document, other)))
      verified ||= testing.some(other => other.verified === true)
    }
    found.set(mention, { environment: own.map(one => one.environment).join(' and '), same, tested, verified })
  }
  return found
}

function saidBy(document: Document, { mention, environment }: Statement): Said {
  const line = pointAt(document.lines, mention.start).line
  return 'sha' in mention ? { environment, revision: mention.sha, kind: 'commit', line } : { environment, revision: mention.name, kind: 'tag', line }
}

/** Tables that say of each environment once what it runs: a log says it of every day. */
function tablesOfNow(statements: readonly Statement[]): ReadonlySet<MarkdownNode> {
  const seen = new Map<MarkdownNode, Set<string>>()
  const logs = new Set<MarkdownNode>()
  for (const { table, place, environment } of statements) {
    if (!table || place === undefined) continue
    const names = seen.get(place) ?? new Set()
    seen.set(place, names)
    if (names.has(environment.toLowerCase())) logs.add(place)
    names.add(environment.toLowerCase())
  }
  return new Set([...seen.keys()].filter(table => !logs.has(table)))
}

/** Two rows of one table, two sentences of one section, or a sentence and the only table of the document. */
function comparable(one: Statement, other: Statement, current: ReadonlySet<MarkdownNode>): boolean {
  const now = (statement: Statement): boolean => !statement.table || (statement.place !== undefined && current.has(statement.place))
  if (!now(one) || !now(other)) return false
  return one.table === other.table ? one.place === other.place : current.size === 1
}

function statementsOf(document: Document, mention: ShaMention | TagMention): Statement[] {
  return mention.context.cell === undefined ? ofSentence(document, mention) : ofRow(mention)
}

function hasCommitBeside(tag: TagMention): boolean {
  const row = tag.context.cell === undefined ? undefined : rowOf(tag.context.cell)
  return row?.heads.some(isCommitColumn) === true
}

function ofSentence(document: Document, mention: ShaMention | TagMention): Statement[] {
  const { before, sentence } = mention.context
  const verb = REPORTS.exec(before.slice(-160))
  // What was, may be or is to come says nothing of now.
  if (verb === null || /\b(?:was|were|will|would|if|when|until|once|before|previously|after|rollback|roll back)\b/i.test(sentence)) return []
  const subject = before.slice(-160).slice(0, verb.index)
  const clause = subject.slice(Math.max(subject.lastIndexOf(';'), subject.lastIndexOf('. '), subject.lastIndexOf(':')) + 1)
  const names = [...clause.matchAll(NAMES)].map(match => match[0])
  const place = document.headingsAt(mention.start).at(-1)
  return [...new Set(names)].map(environment => ({ mention, environment, role: roleOf(environment), place, table: false, verified: undefined }))
}

function ofRow(mention: ShaMention | TagMention): Statement[] {
  const row = mention.context.cell === undefined ? undefined : rowOf(mention.context.cell)
  const head = headOf(mention.context)
  if (row === undefined || head === undefined || !(isCommitColumn(head) || 'name' in mention)) return []
  const at = row.heads.findIndex(isEnvironmentColumn)
  const cell = row.cells[at]
  if (cell === undefined || cell === mention.context.cell) return []
  const environment = textOf(cell).trim()
  if (environment === '' || environment.length > 60) return []
  const checked = row.heads.findIndex(one => /\b(?:verified|verification|health|checked|status)\b/i.test(one))
  const verdict = row.cells[checked]
  const verified = verdict === undefined ? undefined : isAffirmed(textOf(verdict))
  return [{ mention, environment, role: roleOf(environment), place: row.table, table: true, verified }]
}

function isAffirmed(text: string): boolean {
  return text.trim() !== '' && !/^\s*(?:[-–—❌✗✘⏳⚠🔴🟡?]|no\b|not\b|pending|failed|failing|todo|tbd|n\/a|open|unverified|in progress|blocked)/iu.test(text)
}

function roleOf(environment: string): Role | undefined {
  if (/\b(?:pre-?prod|non-?prod)/i.test(environment)) return 'testing'
  if (/\b(?:prod|production|live)\b/i.test(environment)) return 'production'
  return /\b(?:test|testing|stage|staging|qa|uat|acceptance)\b/i.test(environment) ? 'testing' : undefined
}
