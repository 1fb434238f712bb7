/** Whether the gates of a document are those that a constant of the code declares. */
import type { DeclaredGates } from '../analysis/structure/declared-gates.ts'
import { pairGates } from '../analysis/structure/gate-order.ts'
import { stringSetsOf, type StringSet } from '../analysis/environment/string-sets.ts'
import type { Repository } from '../core/repository.ts'
import { holds, unknown, type Broken, type Verdict } from '../core/verdict.ts'
import { filesFact, folderOf } from './files.ts'

interface Declared extends StringSet {
  readonly path: string
}

/** Judges the constant as a whole: that it has no member which is none of the gates. Message ids: `undocumented`, `declaredCount`. */
export function judgeConstant(repository: Repository, document: string, claim: DeclaredGates): Verdict | undefined {
  const path = fileOf(repository, document, claim.file)
  if (path === undefined) return undefined
  const set = setIn(repository, path, claim.constant)
  if (set === undefined) return unknown(`\`${path}\` has no list of strings named \`${claim.constant}\` that can be read`)
  const { members, left } = pairGates(claim.gates, set.members)
  if (isOther(members)) {
    if (claim.gates.length === set.members.length) return holds(`${String(set.members.length)} in ${placeOf(set)}`)
    return broken('declaredCount', { constant: claim.constant, count: String(set.members.length), noun: `${claim.word}s`, stated: String(claim.gates.length) }, placeOf(set))
  }
  // A gate of another name stands in the place of a member: the gate's own line says so.
  const strangers = members.filter(member => member < 0).length
  if (left.length <= strangers) return holds(placeOf(set))
  const names = left.map(index => `\`${set.members[index] ?? ''}\``).join(', ')
  return broken('undocumented', { constant: claim.constant, names, word: claim.word }, placeOf(set))
}

/** Judges one gate; `undefined` where the constant says nothing of names. Message ids: `undeclared`, `declaredOrder`. */
export function judgeDeclared(repository: Repository, document: string, claim: DeclaredGates, index: number): Verdict | undefined {
  const path = fileOf(repository, document, claim.file)
  const set = path === undefined ? undefined : setIn(repository, path, claim.constant)
  if (set === undefined) return undefined
  const { members, left } = pairGates(claim.gates, set.members)
  if (isOther(members)) return undefined
  const member = members[index] ?? -1
  const gate = claim.gates[index]
  const data = { label: gate?.label ?? '', title: gate?.names[0] ?? '', constant: claim.constant }
  if (member < 0) {
    const evidence = left.length === 0 ? `${placeOf(set)} has ${String(set.members.length)}` : `${placeOf(set)} has ${left.map(at => `\`${set.members[at] ?? ''}\``).join(', ')}`
    return broken('undeclared', data, evidence)
  }
  const before = Math.max(...members.slice(0, index), -1)
  if (member > before) return holds(`\`${set.members[member] ?? ''}\` in ${placeOf(set)}`)
  return broken('declaredOrder', { ...data, member: set.members[member] ?? '', other: set.members[before] ?? '' }, placeOf(set))
}

/** Names of another kind: only their number can be compared. */
function isOther(members: readonly number[]): boolean {
  return members.filter(member => member >= 0).length * 2 < members.length
}

function placeOf({ path, line }: Declared): string {
  return `\`${path}:${String(line)}\``
}

function broken(messageId: string, data: Broken['data'], evidence: string): Broken {
  return { status: 'broken', confidence: 'high', messageId, data, evidence }
}

function fileOf(repository: Repository, document: string, written: string): string | undefined {
  const files = repository.get(filesFact)
  const path = written.replace(/^(?:\.{1,2}\/)+/, '')
  const beside = folderOf(document) === '' ? path : `${folderOf(document)}/${path}`
  return [beside, path, ...files.withSuffix(path)].find(one => files.has(one))
}

function setIn(repository: Repository, path: string, constant: string): Declared | undefined {
  const text = repository.source.read(path)?.toString('utf8') ?? ''
  const set = stringSetsOf(text).find(one => one.name === constant)
  return set === undefined ? undefined : { ...set, path }
}
