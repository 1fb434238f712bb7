/** Whether a claim of a record holds. */
import { createDocument } from '../../core/document.ts'
import { decisionStatusOf, isDecisionPath } from '../../analysis/records/decision.ts'
import type { RecordTarget } from '../../analysis/records/claims.ts'
import { matchStatus, statusKey } from '../../analysis/records/status.ts'
import { illegal } from '../../analysis/records/transitions.ts'
import { joinPath } from '../../core/paths.ts'
import type { Reference } from '../../core/reference.ts'
import type { Repository } from '../../core/repository.ts'
import { holds, unknown, type Verdict } from '../../core/verdict.ts'
import { baseName, filesFact, folderOf } from '../files.ts'
import { historyFact } from '../history.ts'
import { dateOf } from '../receipt.ts'
import { findPath } from '../resolve-path.ts'
import { rowLivesFact } from './row-life.ts'

export function judgeRecord({ path, target }: Reference<RecordTarget>, repository: Repository): Verdict | undefined {
  switch (target.kind) {
    case 'said': return target.fault === null ? holds() : { status: 'broken', ...target.fault }
    case 'life': return judgeLife(repository, path, target)
    case 'evidence': return judgeEvidence(repository, path, target.written)
    case 'superseded': return judgeSuccessor(repository, path, target.successor)
    case 'decision': return judgeDecision(repository, path, target)
  }
}

/** The last step only: what was wrong long ago can't be mended now. */
function judgeLife(repository: Repository, path: string, { id, status, legend, told }: Extract<RecordTarget, { kind: 'life' }>): Verdict | undefined {
  const life = repository.get(rowLivesFact)(path)?.get(id.toLowerCase())
  const now = matchStatus(status, legend)
  if (life === undefined || now === undefined) return undefined
  const keys = life.at(-1)?.key === statusKey(status) ? life : [...life, { key: statusKey(status), commit: '', time: 0 }]
  const [before, last] = keys.slice(-2)
  const from = before === undefined || last === undefined ? undefined : matchStatus(before.key, legend)
  if (before === undefined || last === undefined || from === undefined || from === now) return undefined
  const fault = illegal(id, from, now, legend, 'low')
  // The notes tell of steps between two commits.
  if (fault === null || (told && fault.confidence === 'low')) return holds()
  const where = last.commit === '' ? 'not committed yet' : `changed in ${last.commit.slice(0, 8)}, ${dateOf(last.time)}`
  return { status: 'broken', ...fault, evidence: `${fault.evidence ?? ''} (${where})` }
}

function judgeEvidence(repository: Repository, path: string, written: string): Verdict | undefined {
  if (findPath(repository, path, { path: written, suffix: true }) !== undefined) return holds()
  const history = repository.get(historyFact)
  // What once was there is for the rule about paths.
  if (history.removed(joinPath('', written) ?? written) !== undefined) return undefined
  const folder = folderOf(written)
  const known = findPath(repository, path, { path: folder, suffix: false }) !== undefined
  if (!known) return unknown(`\`${folder}\` is not in the repository, evidence may be kept elsewhere`)
  return { status: 'broken', confidence: 'medium', messageId: 'missingEvidence', data: { path: written }, evidence: `\`${folder}\` holds no such file` }
}

function judgeSuccessor(repository: Repository, path: string, successor: string): Verdict | undefined {
  const files = repository.get(filesFact)
  if (!/^\d+$/.test(successor)) {
    // A link that leads nowhere is for the rule about links.
    const file = joinPath(folderOf(path), successor)
    return file !== undefined && files.has(file) ? holds() : undefined
  }
  const number = Number(successor)
  const siblings = files.childrenOf(folderOf(path))
  const found = siblings.find(name => Number(/^(?:adr[-_]?)?(\d{1,5})[-_.]/i.exec(name)?.[1] ?? NaN) === number)
  if (found !== undefined) return holds(`\`${found}\``)
  return { status: 'broken', confidence: 'high', messageId: 'missingSuccessor', data: { successor }, evidence: `no file beside \`${baseName(path)}\` has that number` }
}

function judgeDecision(repository: Repository, path: string, { written, state }: Extract<RecordTarget, { kind: 'decision' }>): Verdict | undefined {
  const file = joinPath(folderOf(path), written)
  if (file === undefined || !isDecisionPath(file)) return undefined
  const bytes = repository.source.read(file)
  const real = bytes === undefined ? undefined : decisionStatusOf(createDocument(file, bytes.toString('utf8')))
  if (real === undefined) return undefined
  if (statusKey(real.state) === state || SAME.some(group => group.includes(real.state) && group.includes(state))) return holds()
  return { status: 'broken', confidence: 'high', messageId: 'otherDecisionStatus', data: { status: state, path: baseName(file), real: real.state } }
}

/** Words for one state. */
const SAME: readonly (readonly string[])[] = [['accepted', 'approved', 'decided', 'active', 'adopted'], ['proposed', 'draft', 'pending'], ['accepted', 'implemented', 'done'], ['accepted', 'amended'], ['deprecated', 'retired']]
