import type { ContractScript, ContractTable, ForbiddenOperation } from '../../src/analysis/contract/contract.ts'
import type { Operation, TouchedTable } from '../../src/analysis/database/effect.ts'
import type { TextEffect } from '../../src/analysis/database/mutations.ts'
import { defineCodeRule, TOO_MUCH, type CodeProblem } from '../../src/core/code-rule.ts'
import { lineStarts, pointAt } from '../../src/core/position.ts'
import type { Repository } from '../../src/core/repository.ts'
import { changesIn, isCutOffIn } from '../../src/facts/code/changes.ts'
import { productionScriptsFact } from '../../src/facts/code/production-scripts.ts'
import { writtenTablesFact, type WrittenTable } from '../../src/facts/code/written-tables.ts'
import type { MutationContract } from '../../src/facts/mutation-contract.ts'

/** It has none: the contract says what is allowed. */
export type ContractTablesOptions = Readonly<Record<string, never>>

/** A script that the contract lists touches what the contract allows for it, and nothing else. */
export const contractTablesOnly = defineCodeRule<ContractTablesOptions>({
  id: 'contract-tables-only',
  meta: {
    description: 'Require listed scripts to change only the tables and columns that the mutation contract allows, by operations that it does not forbid',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      table: 'This writes to `{{table}}` ({{what}}), which `{{contract}}` does not allow for this script.',
      column: 'This writes `{{table}}.{{column}}` ({{what}}), which `{{contract}}` does not allow.',
      forbidden: 'This does what `{{contract}}` forbids ({{operation}}): {{what}}.',
      computedTable: 'Nobody can prove which table this writes to ({{what}}): name the table in the code, or let `{{contract}}` allow computed tables for this script.',
      computedColumns: 'Nobody can prove which columns of `{{table}}` this writes ({{what}}): write them out, as `{{contract}}` allows only some.',
    },
    recommended: true,
    suggests: false,
  },
  languages: ['javascript', 'shell', 'powershell', 'sql'],
  concerns: (path, repository) => repository.get(productionScriptsFact).listed(path) !== undefined,
  * judge(file, repository) {
    const scripts = repository.get(productionScriptsFact)
    const script = scripts.listed(file.path)
    if (script === undefined || scripts.contract === undefined) return
    const terms = termsOf(file.path, script, scripts.contract, repository)
    const seen = new Set<string>()
    for (const change of changesIn(file, repository)) {
      if (change.kind === 'migrate') continue
      for (const table of change.tables) {
        for (const problem of problemsOf(table, change, terms, repository)) {
          const key = `${String(problem.start)} ${problem.messageId} ${problem.data['table'] ?? ''} ${problem.data['column'] ?? ''}`
          if (seen.has(key)) continue
          seen.add(key)
          yield problem
        }
      }
    }
    if (isCutOffIn(file, repository)) yield TOO_MUCH
  },
})

/** What the contract says to one script. */
interface Terms {
  /** Of the script. */
  readonly path: string
  readonly contract: MutationContract
  /** Line (1-based) of the script's entry; 0 when it can't be told. */
  readonly line: number
  readonly tables: readonly ContractTable[]
  readonly computed: boolean
}

function termsOf(path: string, script: ContractScript, contract: MutationContract, repository: Repository): Terms {
  const text = repository.source.read(contract.path)?.toString('utf8').replace(/^\uFEFF/, '') ?? ''
  const own = contract.tables.filter(table => script.tables.includes(table.name))
  return {
    path, contract,
    line: text === '' ? 0 : pointAt(lineStarts(text), script.start).line,
    tables: own.length > 0 ? own : contract.tables,
    computed: /\b(?:computed|dynamic|any|all|every)\s+tables?\b/i.test(script.terms),
  }
}

function* problemsOf(touched: TouchedTable, change: TextEffect, terms: Terms, repository: Repository): Iterable<CodeProblem> {
  if (touched.operation === 'read') return
  const { contract, line, path } = terms
  const { start, end, what } = change
  const evidence = line === 0 ? {} : { evidence: `the script's entry is in line ${String(line)} of \`${contract.path}\`` }
  const base = { start, end, confidence: 'high', ...evidence } as const
  const done: Done = { operation: touched.operation, raw: isRawSql(touched, change), bulk: BULK.test(what) }
  const forbidden = contract.forbidden.find(one => forbids(one, done, path))
  if (forbidden !== undefined) yield { ...base, messageId: 'forbidden', data: { contract: contract.path, operation: forbidden.written, what } }
  // A contract that names no table leaves them open, and functions and their like are none.
  if (touched.naming === 'object' || terms.tables.length === 0 || terms.computed) return
  const { name } = touched
  if (name === undefined) {
    yield { ...base, confidence: 'medium', messageId: 'computedTable', data: { contract: contract.path, what } }
    return
  }
  const written = repository.get(writtenTablesFact).of({ ...touched, name })
  if (written === undefined) return
  const allowed = terms.tables.find(table => means(table.name, written.names))
  const table = written.names[0] ?? name
  if (allowed === undefined) yield { ...base, messageId: 'table', data: { contract: contract.path, table, what } }
  else yield* columnProblems(touched, allowed, written, { ...base, data: { contract: contract.path, table, what } })
}

/** Columns beyond those that the contract names; a contract that names none allows all of them. */
function* columnProblems(
  { operation, columns, mapped }: TouchedTable, allowed: ContractTable, written: WrittenTable, base: Omit<CodeProblem, 'messageId'>,
): Iterable<CodeProblem> {
  if (allowed.columns.length === 0 || !/^(?:insert|update|upsert)$/.test(operation)) return
  if (columns === undefined) {
    yield { ...base, confidence: 'medium', messageId: 'computedColumns' }
    return
  }
  for (const column of columns) {
    const names = [...written.columnNames(column), ...columnsMapped(mapped, column)]
    // A row that is made needs its key, which no contract lists among what may change.
    if (operation !== 'update' && written.isKey(column)) continue
    if (!allowed.columns.some(one => meansColumn(one.name, names))) yield { ...base, messageId: 'column', data: { ...base.data, column } }
  }
}

function columnsMapped(mapped: TouchedTable['mapped'], column: string): readonly string[] {
  return mapped !== undefined && Object.hasOwn(mapped, column) ? [mapped[column] ?? column] : []
}

/** As `means`; `groupId` and `group_id` are one column. */
function meansColumn(word: string, names: readonly string[]): boolean {
  const bare = (name: string): string => name.replaceAll('_', '')
  return means(bare(word), names.map(bare))
}

/** Whether the contract's word is one of a thing's names. Letter case and the schema before a table don't matter. */
function means(word: string, names: readonly string[]): boolean {
  const bare = word.replace(/^\w+\./, '').toLowerCase()
  return names.some(name => name.replace(/^\w+\./, '').toLowerCase() === bare)
}

const SAME: Readonly<Partial<Record<Operation, string>>> = { delete: 'delete', truncate: 'truncate', drop: 'drop', schema: 'alter', insert: 'insert', update: 'update', upsert: 'upsert' }

/** Exceptions that no statement of a script can mean: for migrations, and for rows that are only marked as gone. */
const NOT_FOR_SCRIPTS = /\bmigrat|\bsoft\b|\bflag|active\b|\bmark|deleted_?at|archiv/i

/** Whether a forbidden operation is what the code does. An exception that names scripts is theirs; another may be this very script's. */
function forbids({ operations, exception }: ForbiddenOperation, done: Done, script: string): boolean {
  const scripts = exception.match(/[\w@./-]{1,200}\.(?:[cm]?[jt]s|sh|sql|ps1|py)\b/g) ?? []
  const excepted = scripts.length > 0 ? scripts.some(path => script.endsWith(path.replace(/^\.\//, ''))) : exception !== '' && !NOT_FOR_SCRIPTS.test(exception)
  return !excepted && operations.some((operation) => {
    if (operation === 'raw-sql') return done.raw
    if (operation === 'bulk') return done.bulk
    return operation === SAME[done.operation] || (operation === 'delete' && done.operation === 'truncate')
  })
}

/** What a script does to a table: also whether by SQL that is written by hand, and whether to many rows that it makes at once. */
interface Done {
  readonly operation: Operation
  readonly raw: boolean
  readonly bulk: boolean
}

/** Calls and commands that make many rows at once, by their own names. */
const BULK = /\.(?:createMany(?:AndReturn)?|insertMany|bulkCreate|bulkInsert|bulkWrite|batchInsert)\(|\b(?:pg_restore|mongoimport|mongorestore|mysqlimport|pgloader)\b|\bCOPY\s{1,9}[\w".]{1,80}\s{1,9}FROM\b|\bLOAD\s{1,9}DATA\b/i

const BUILDERS = /^(?:drizzle|knex|kysely|typeorm|sequelize|mongoose|mongodb|supabase|client)$/

/** SQL by hand: of a driver, a database shell, or Prisma's raw queries. */
function isRawSql({ naming }: TouchedTable, { library, kind }: TextEffect): boolean {
  return library === 'prisma' ? (naming === 'table' || naming === 'object') && kind === 'write' : !BUILDERS.test(library)
}
