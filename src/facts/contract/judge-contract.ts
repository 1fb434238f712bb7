/** Whether what a contract lists is true of the code. */
import { scriptPlaceOf } from '../../analysis/contract/contract.ts'
import { endsBefore, firstMutation, localImportsOf } from '../../analysis/contract/mutating-code.ts'
import type { TextEffect } from '../../analysis/database/mutations.ts'
import { moduleOf } from '../../analysis/program/module.ts'
import { nearestName } from '../../core/nearest-name.ts'
import { joinPath } from '../../core/paths.ts'
import type { Reference } from '../../core/reference.ts'
import type { Repository } from '../../core/repository.ts'
import { holds, unknown, type Verdict } from '../../core/verdict.ts'
import { languageOf, sourceFilesFact } from '../../core/source-file.ts'
import { changesIn } from '../code/changes.ts'
import { filesFact, folderOf } from '../files.ts'
import { globsFact } from '../globs.ts'
import { mutationContractFact } from '../mutation-contract.ts'
import { findRemoval, removalText } from '../receipt.ts'
import { candidatesOf, findPath } from '../resolve-path.ts'
import { columnNames, tableNames, type SchemaTable } from '../../analysis/schema/table.ts'
import { schemaFact } from '../schema.ts'

export type ContractTarget = { /** Whether name or title make the document a contract. */ readonly named: boolean } & (
  | { readonly kind: 'script'; readonly path: string; readonly deprecated: boolean; /** Line of the entry that contradicts this one; 0 without. */ readonly other: number }
  | { readonly kind: 'table'; readonly table: string }
  | { readonly kind: 'column'; readonly table: string; readonly column: string }
  | { readonly kind: 'forbidden'; readonly understood: boolean }
)

export function judgeContract({ path, target }: Reference<ContractTarget>, repository: Repository): Verdict | undefined {
  if (!target.named && repository.get(mutationContractFact)?.path !== path) return undefined
  switch (target.kind) {
    case 'script': return target.deprecated ? judgeDeprecated(repository, path, target) : judgeAllowed(repository, path, target)
    case 'table': return judgeTable(repository, target.table)
    case 'column': return judgeColumn(repository, target.table, target.column)
    case 'forbidden': return target.understood ? holds() : unknown('these words name no operation that code can be held against')
  }
}

type SaidScript = Extract<ContractTarget, { kind: 'script' }>

function judgeAllowed(repository: Repository, document: string, { path, other }: SaidScript): Verdict {
  if (other > 0) return { status: 'broken', confidence: 'high', messageId: 'listedTwice', data: { script: path }, evidence: `line ${String(other)} lists it too` }
  const place = scriptPlaceOf(path)
  if (place !== undefined) return judgePlace(repository, path, place)
  const file = fileOf(repository, document, path)
  if (file === undefined) {
    const gone = findRemoval(repository, candidatesOf(document, { path, suffix: false }))
    return { status: 'broken', confidence: 'high', messageId: 'missingScript', data: { script: path }, ...(gone === undefined ? {} : { evidence: removalText(gone, path) }) }
  }
  const signs = mutationIn(repository, file)
  if (signs === undefined) return unknown(`\`${file}\` can't be read`)
  return signs.at >= 0 || signs.imported !== undefined || (codeChanges(repository, file)?.length ?? 0) > 0
    ? holds()
    : { status: 'broken', confidence: 'medium', messageId: 'harmless', data: { script: path }, evidence: 'neither it nor what it imports has SQL, a call of an ORM or a migration command' }
}

/** A folder or glob of scripts. */
function judgePlace(repository: Repository, path: string, place: string): Verdict {
  return repository.get(globsFact).find([place]).found ? holds() : { status: 'broken', confidence: 'high', messageId: 'missingScript', data: { script: path } }
}

/** What a script in JavaScript changes when it is started; `undefined` for other languages and for what can't be parsed. */
function codeChanges(repository: Repository, path: string): readonly TextEffect[] | undefined {
  const file = languageOf(path) === 'javascript' ? repository.get(sourceFilesFact)(path) : undefined
  return file === undefined || moduleOf(file) === undefined ? undefined : changesIn(file, repository)
}

function judgeDeprecated(repository: Repository, document: string, { path }: SaidScript): Verdict {
  const file = fileOf(repository, document, path)
  if (file === undefined) return holds('gone')
  const signs = mutationIn(repository, file)
  if (signs === undefined) return unknown(`\`${file}\` can't be read`)
  const changes = codeChanges(repository, file)
  const [change] = changes ?? []
  if (change !== undefined) {
    const line = signs.source.slice(0, change.start).split('\n').length
    const evidence = `line ${String(line)}: \`${lineAt(signs.source, change.start)}\``
    return { status: 'broken', confidence: 'high', messageId: 'stillMutates', data: { script: path }, evidence }
  }
  if (signs.at < 0 && signs.imported === undefined) return holds()
  if (endsBefore(signs.source, signs.at < 0 ? signs.source.length : signs.at)) return holds('it ends before it changes anything')
  // `hash.update(…)` is a sign in text only.
  if (changes !== undefined) return holds('nothing in it reaches a database')
  const evidence = signs.at < 0 ? `through \`${signs.imported ?? ''}\`` : `line ${String(signs.source.slice(0, signs.at).split('\n').length)}: \`${lineAt(signs.source, signs.at)}\``
  return { status: 'broken', confidence: 'high', messageId: 'stillMutates', data: { script: path }, evidence }
}

function fileOf(repository: Repository, document: string, path: string): string | undefined {
  const found = findPath(repository, document, { path, suffix: false })
  return found !== undefined && repository.get(filesFact).has(found.path) ? found.path : undefined
}

/** So many modules are followed from a script. */
const MOST_MODULES = 20

/** Where a script first changes a database (-1: nowhere itself), or the module of ours through which it does. */
function mutationIn(
  repository: Repository, file: string,
): { readonly at: number; readonly source: string; readonly imported: string | undefined } | undefined {
  const source = repository.source.read(file)?.toString('utf8')
  if (source === undefined) return undefined
  const at = firstMutation(source)
  if (at >= 0) return { at, source, imported: undefined }
  const seen = new Set([file])
  const open = localImportsOf(source).map(path => [file, path] as const)
  for (let next = open.shift(); next !== undefined && seen.size < MOST_MODULES; next = open.shift()) {
    const [from, written] = next
    const full = joinPath(folderOf(from), written)
    const module = full === undefined ? undefined : findPath(repository, from, { path: `/${full}`, suffix: false })?.path
    if (module === undefined || seen.has(module)) continue
    seen.add(module)
    const text = repository.source.read(module)?.toString('utf8')
    if (text === undefined) continue
    if (firstMutation(text) >= 0) return { at: -1, source, imported: module }
    open.push(...localImportsOf(text).map(path => [module, path] as const))
  }
  return { at: -1, source, imported: undefined }
}

function lineAt(source: string, offset: number): string {
  const start = source.lastIndexOf('\n', offset) + 1
  const end = source.indexOf('\n', offset)
  return source.slice(start, end < 0 ? undefined : end).trim().slice(0, 80)
}

function tableNamed(repository: Repository, name: string): SchemaTable | undefined {
  const { tables } = repository.get(schemaFact)
  const bare = name.replace(/^\w+\./, '')
  const sameButCase = (table: SchemaTable): boolean => tableNames(table).some(one => one.toLowerCase() === bare.toLowerCase())
  return tables.find(table => tableNames(table).includes(bare)) ?? tables.find(sameButCase)
}

function judgeTable(repository: Repository, name: string): Verdict {
  const { files, tables } = repository.get(schemaFact)
  if (tables.length === 0) return unknown(files.length === 0 ? 'the repository has no Prisma or SQL schema' : 'the schema declares no table')
  if (tableNamed(repository, name) !== undefined) return holds()
  const near = nearestName(name, tables.flatMap(tableNames))
  return { status: 'broken', confidence: 'high', messageId: 'missingTable', data: { table: name }, evidence: near === undefined ? `${tables[0]?.path ?? ''} has no such table` : `nearest: \`${near}\`` }
}

function judgeColumn(repository: Repository, name: string, column: string): Verdict | undefined {
  const table = tableNamed(repository, name)
  // What has no table has said so already.
  if (table === undefined) return undefined
  const columns = columnNames(table)
  if (columns.length === 0) return unknown(`the columns of \`${name}\` can't be read`)
  if (columns.some(one => one.toLowerCase() === column.toLowerCase())) return holds()
  const near = nearestName(column, columns)
  return {
    status: 'broken', confidence: 'high', messageId: 'missingColumn', data: { table: name, column },
    evidence: near === undefined ? `it has ${columns.slice(0, 8).join(', ')}` : `nearest: \`${near}\``,
  }
}
