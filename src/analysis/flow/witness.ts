/** The way to an effect in words: where to report it, and what leads there. */
import { lineStarts, pointAt } from '../../core/position.ts'
import type { Module } from '../program/module.ts'
import { endOf, startOf, type Syntax } from '../program/syntax.ts'
import type { Exposure } from './run.ts'
import type { Step } from './state.ts'

export interface Witness {
  /** The deepest node of the judged module on the way: the effect itself, or the call or import that leads to it. */
  readonly node: Syntax
  /** The way, in one sentence part without a full stop; '' when there is nothing to say. */
  readonly path: string
  /** Where the effect stands when it is in another module: `lib/seed.ts:12`; '' otherwise. */
  readonly elsewhere: string
}

/** The line (1-based) that a node begins in. */
export function lineOf(node: Syntax, module: Module): number {
  return pointAt(lineStarts(module.text), startOf(node)).line
}

export function witnessOf({ effect, trail }: Exposure, root: Module): Witness {
  const own = trail.findLast(step => step.module === root && isWay(step))
  const isHere = effect.module === root
  const node = isHere ? effect.node : own?.node ?? root.program
  const steps = trail.filter(step => step.node !== node || !isWay(step))
  const words = steps.map(step => wordsFor(step, root)).filter(part => part !== '')
  return { node, path: [...new Set(words)].slice(-4).join(', '), elsewhere: isHere ? '' : `${effect.module.path}:${lineOf(effect.node, effect.module)}` }
}

/** Whether a step leads on to the effect; the others say why nothing guarded it. */
function isWay({ kind }: Step): boolean {
  return kind === 'call' || kind === 'callback' || kind === 'import' || kind === 'export'
}

function wordsFor({ kind, node, module, text }: Step, root: Module): string {
  const where = module === root ? `in line ${lineOf(node, module)}` : `in ${module.path}:${lineOf(node, module)}`
  switch (kind) {
    case 'call': return text === '' ? `called ${where}` : `\`${text}()\` called ${where}`
    case 'callback': return text === '' ? `a function handed over ${where}` : `\`${text}\` handed over ${where}`
    case 'import': return `\`${text}\` imported ${where}`
    case 'export': return `exported as \`${text}\``
    case 'branch': return `when \`${shortened(node, module)}\` (${where.replace('in ', '')}) is ${text}`
    case 'caught': return `the error of the guard is caught ${where}`
    case 'unawaited': return `the guard ${where} is not awaited`
    case 'perhaps': return `the guard ${where} may be skipped (\`?.\`)`
  }
}

const LONGEST = 60

/** The text of a node in one line. */
export function shortened(node: Syntax, module: Module): string {
  const text = module.text.slice(startOf(node), Math.min(endOf(node), startOf(node) + 500)).replace(/\s+/g, ' ').replaceAll('`', "'")
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
