/** Whether what a table of variables claims is true. */
import { matchesName } from '../../analysis/environment/patterns.ts'
import type { SaidNeed, TableClaim } from '../../analysis/environment/table-claims.ts'
import { isForeign, isStandIn } from '../../analysis/environment/foreign.ts'
import type { VariableUse } from '../../analysis/environment/use.ts'
import { nearestName } from '../../core/nearest-name.ts'
import type { Repository } from '../../core/repository.ts'
import { holds, unknown, type Fix, type Verdict } from '../../core/verdict.ts'
import { environmentFact } from '../environment.ts'
import { channelsFor, sameName } from './channels.ts'
import { judgeVariable, nearVariable } from './judge-variable.ts'
import { scopesOf, type Scope } from './schema-scope.ts'
import { hangsOnAll } from './search.ts'

type Claim<Kind extends TableClaim['kind']> = Extract<TableClaim, { readonly kind: Kind }>

/** What the user configured. */
export interface TableSettings {
  readonly schemas: readonly string[]
  readonly channels: readonly string[]
  readonly allowed: readonly string[]
}

/** Variables that every program may read without saying so. */
const EVERYBODYS = new Set(['NODE_ENV', 'CI', 'PATH', 'HOME', 'TZ', 'DEBUG'])

/** Judges one claim; `range` is where the document names it. */
export function judgeTable(
  repository: Repository, document: string, claim: TableClaim, settings: TableSettings, range: readonly [number, number],
): Verdict | undefined {
  switch (claim.kind) {
    case 'name': return judgeName(repository, document, claim, settings, range)
    case 'complete': return judgeComplete(repository, document, claim, settings)
    case 'columns': return judgeColumns(repository, claim, settings)
    case 'column': return judgeColumn(repository, claim, settings, range)
    case 'empty': return broken('empty', { name: claim.name, column: claim.head }, 'high', 'every other row has something there')
  }
}

function judgeName(
  repository: Repository, document: string, claim: Claim<'name'>, settings: TableSettings, range: readonly [number, number],
): Verdict | undefined {
  const { name } = claim
  const scopes = scopesOf(repository, document, [...settings.schemas, ...claim.files], claim.all)
  if (name.endsWith('*')) return judgePattern(repository, name, scopes)
  for (const scope of scopes) {
    const use = scope.variables.get(name)
    if (use !== undefined) return needVerdict(name, claim.need, scope.path, use) ?? holds(`in \`${scope.path}:${String(use.line)}\``)
  }
  const foreign = isForeign(name) || isStandIn(name) || !name.includes('_')
  const left = scopes.flatMap(scope => [...scope.variables.keys()]).filter(other => !matchesName(other, claim.all))
  const onlyOne = left.length === 1 && strangersOf(repository, scopes, claim.all).length === 1 ? left[0] : undefined
  const near = scopes.length === 0 || claim.excuse !== null ? undefined : nearVariable(name, left) ?? nearestName(name, left) ?? onlyOne
  const kin = claim.all.filter(other => other !== name && nearVariable(name, [other]) !== undefined)
  const verdict = judgeVariable(repository, document, { name, form: 'words', context: !foreign, excuse: claim.excuse, local: false, kin }, range)
  if (verdict?.status === 'holds') return declaredNeed(repository, name, claim.need) ?? verdict
  const [scope] = scopes
  if (scope === undefined || verdict?.status === 'broken') return foreign && verdict?.status !== 'broken' ? undefined : verdict
  if (claim.excuse !== null || foreign) return verdict
  return broken('variable', { name }, near === undefined ? 'medium' : 'high', near === undefined ? `\`${scope.path}\` does not have it` : `\`${scope.path}\` has \`${near}\``, suggested(near, name, range))
}

function judgePattern(repository: Repository, pattern: string, scopes: readonly Scope[]): Verdict {
  for (const scope of scopes) if ([...scope.variables.keys()].some(name => matchesName(name, [pattern]))) return holds(`in \`${scope.path}\``)
  const { variables } = repository.get(environmentFact)
  for (const name of variables.keys()) if (matchesName(name, [pattern])) return holds(`\`${name}\``)
  return unknown('no variable that the code names is of this form')
}

/** The schema elsewhere, when exactly one declares the variable. */
function declaredNeed(repository: Repository, name: string, need: SaidNeed): Verdict | undefined {
  if (need === null) return undefined
  const [only, second] = (repository.get(environmentFact).variables.get(name) ?? []).filter(use => use.declared && !use.path.includes('.env'))
  return only === undefined || second !== undefined ? undefined : needVerdict(name, need, only.path, only)
}

function needVerdict(name: string, need: SaidNeed, path: string, use: VariableUse): Verdict | undefined {
  if (need === null || use.need === undefined || !use.declared || path.includes('.env')) return undefined
  if ((need === 'required') === (use.need === 'required')) return undefined
  return broken('need', { name, said: need }, 'medium', `\`${path}:${String(use.line)}\` has it ${use.need === 'defaulted' ? 'with a default' : use.need}`)
}

function judgeComplete(repository: Repository, document: string, claim: Claim<'complete'>, settings: TableSettings): Verdict | undefined {
  const scopes = scopesOf(repository, document, [...settings.schemas, ...claim.files], claim.names)
  const [scope] = scopes
  if (scope === undefined) return undefined
  const strangers = strangersOf(repository, scopes, claim.names)
  const isMeant = (name: string): boolean =>
    strangers.some(stranger => nearVariable(stranger, [name]) !== undefined || nearestName(stranger, [name]) !== undefined)
  const missing = [...scope.variables.keys()]
    .filter(name => !matchesName(name, [...claim.said, ...settings.allowed]) && !EVERYBODYS.has(name) && !isMeant(name))
  hangsOnAll(repository)
  // One name too many and one too few are a name written wrong: its own row says so.
  if (missing.length === 1 && strangers.length === 1) return undefined
  if (missing.length === 0) return holds(`all ${String(scope.variables.size)} variables of \`${scope.path}\``)
  const first = scope.variables.get(missing[0] ?? '')
  return broken(claim.list ? 'listLacks' : 'tableLacks', { names: missing.slice(0, 8).map(name => `\`${name}\``).join(', ') + (missing.length > 8 ? ', …' : '') },
    missing.length * 4 <= scope.variables.size ? 'high' : 'medium', `\`${scope.path}:${String(first?.line ?? 1)}\` has ${missing.length === 1 ? 'it' : 'them'}`)
}

/** Names of the table that neither its schema nor any other code knows. */
function strangersOf(repository: Repository, scopes: readonly Scope[], names: readonly string[]): readonly string[] {
  const { variables } = repository.get(environmentFact)
  return names.filter(name => !name.endsWith('*') && !isForeign(name) && !variables.has(name) && !scopes.some(scope => scope.variables.has(name)))
}

interface DeclaredColumns {
  readonly members: readonly string[]
  readonly where: string
}

function declaredColumns(repository: Repository, claim: Claim<'columns' | 'column'>, settings: TableSettings): DeclaredColumns | undefined {
  if (settings.channels.length > 0) {
    const shared = claim.heads.filter(head => settings.channels.some(channel => sameName(channel, head))).length
    return shared * 2 > claim.heads.length ? { members: settings.channels, where: 'the configuration' } : undefined
  }
  const found = channelsFor(repository, claim.heads, claim.files)
  return found === undefined ? undefined : { members: found.members, where: `${found.name === '' ? '' : `\`${found.name}\` in `}\`${found.path}:${String(found.line)}\`` }
}

function judgeColumns(repository: Repository, claim: Claim<'columns'>, settings: TableSettings): Verdict | undefined {
  const declared = declaredColumns(repository, claim, settings)
  if (declared === undefined) return undefined
  const strangers = claim.heads.filter(head => !declared.members.some(member => sameName(member, head)))
  const missing = declared.members.filter(member => !claim.heads.some(head => sameName(head, member)) && nearestName(member, strangers) === undefined && member !== 'test')
  if (missing.length === 0) return holds(`as in ${declared.where}`)
  return broken('columnMissing', { names: missing.map(name => `\`${name}\``).join(', ') }, 'high', `${declared.where} has ${missing.length === 1 ? 'it' : 'them'}`)
}

function judgeColumn(
  repository: Repository, claim: Claim<'column'>, settings: TableSettings, range: readonly [number, number],
): Verdict | undefined {
  const declared = declaredColumns(repository, claim, settings)
  if (declared === undefined) return undefined
  if (declared.members.some(member => sameName(member, claim.head))) return holds(`in ${declared.where}`)
  // A column of another kind beside the channels, unless its name is nearly one of them.
  const near = nearestName(claim.head, declared.members)
  if (near === undefined && !/^[a-z][a-z0-9]*[_-][a-z0-9_-]+$/.test(claim.head)) return undefined
  return broken('column', { name: claim.head }, 'high', near === undefined ? `${declared.where} has ${declared.members.map(member => `\`${member}\``).join(', ')}` : `nearest in ${declared.where}: \`${near}\``,
    near === undefined || claim.heads.some(head => sameName(head, near)) ? {} : suggested(near, claim.head, range))
}

/** The near name in the place of the written one, where nothing else (backticks, mark-up) stands in the range. */
function suggested(near: string | undefined, written: string, range: readonly [number, number]): { readonly fix?: Fix } {
  if (near === undefined || range[1] - range[0] !== written.length) return {}
  return { fix: { safety: 'suggestion', range, text: near, title: `Replace by \`${near}\`` } }
}

function broken(
  messageId: string, data: Readonly<Record<string, string>>, confidence: 'high' | 'medium', evidence: string, more: { readonly fix?: Fix } = {},
): Verdict {
  return { status: 'broken', confidence, messageId, data, evidence, ...more }
}
