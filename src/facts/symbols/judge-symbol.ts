/** The verdict on a name that a document speaks of. */
import { planOf } from '../../analysis/audience.ts'
import type { SymbolTarget } from '../../analysis/symbols/mentions.ts'
import type { Reference } from '../../core/reference.ts'
import type { Repository } from '../../core/repository.ts'
import { holds, unknown, type Verdict } from '../../core/verdict.ts'
import { dateOf } from '../receipt.ts'
import { fateOf, type GoneName } from './fate.ts'

/** Judges one name; `undefined` for a word that is no claim about this repository. */
export function judgeSymbol(reference: Reference<SymbolTarget>, repository: Repository): Verdict | undefined {
  return judgeAnywhere(reference, repository)
}

/** A name that is not said to be anywhere: only what was declared and is gone is drift. */
function judgeAnywhere(reference: Reference<SymbolTarget>, repository: Repository): Verdict | undefined {
  const { target } = reference
  if (target.spelling !== 'code') return undefined
  const fate = repository.ask(fateOf(target.name, reference.path, false))
  switch (fate.status) {
    case 'present': return holds(`\`${fate.path ?? ''}\``)
    case 'unknown': return unknown(fate.reason)
    case 'open': case 'never': return undefined
    case 'gone': return judgeGone(reference, fate.gone)
  }
}

function judgeGone({ path, target }: Reference<SymbolTarget>, gone: GoneName): Verdict | undefined {
  const excuse = excuseOf(path, target)
  if (excuse !== undefined) return unknown(excuse)
  return {
    status: 'broken', confidence: gone.declared === 'named' ? 'high' : 'medium', messageId: 'gone', data: { name: target.name }, evidence: goneText(gone),
  }
}

/** Why a name that is gone may be named all the same. */
function excuseOf(path: string, target: SymbolTarget): string | undefined {
  if (target.struck === true) return 'it is struck through'
  if (target.wording === 'removed' || target.section === 'removed') return 'the text says that it is gone'
  if (target.wording === 'planned' || target.section === 'planned') return 'the text says that it is still to be made'
  if (target.wording === 'elsewhere') return 'the text says that it is in another repository'
  if (target.example === true) return 'it is an example'
  const genre = planOf(path)
  return genre === undefined ? undefined : `the document is a ${genre}: its names speak of another day`
}

/** "`src/a.ts` declared it until 06825867 (2024-01-07)". */
function goneText({ path, removed, commit, time }: GoneName): string {
  if (removed !== undefined) return `\`${path}\` declared it until ${removed.commit.slice(0, 8)} (${dateOf(removed.time)})`
  return `\`${path}\` declared it in ${commit.slice(0, 8)} (${dateOf(time)})`
}
