/** Guards that somebody names: the contract, or the settings. */
import type { NamedGuard, Place, Target } from '../flow/run.ts'
import { originsOf } from '../program/origin.ts'
import { descendants, type Syntax } from '../program/syntax.ts'
import { isExit } from '../flow/exits.ts'
import type { Module } from '../program/module.ts'

/** A function that is a guard because somebody says so. */
export interface GuardName {
  /** A package, or a file from the root; `undefined` for wherever it is. */
  readonly module: string | undefined
  /** `*` for all that the module exports. */
  readonly name: string
}

/** Whether a call is of a named guard, by what it calls or by what it imports. */
export function isNamed(call: Syntax, place: Place, targets: readonly Target[], names: readonly GuardName[]): boolean {
  if (names.length === 0) return false
  if (targets.length > 0) return targets.every(({ fn, module }) => names.some(one => fits(one, nameOf(fn, module), module.path)))
  return originsOf(call['callee'] as Syntax, place.module).some((origin) => {
    if (origin.kind !== 'module') return false
    const name = origin.path.at(-1) ?? origin.name
    return names.some(one => fits(one, name, origin.source))
  })
}

function fits({ module, name }: GuardName, given: string, path: string): boolean {
  return (name === '*' || name === given || given === 'default') && (module === undefined ? given === name : isSameFile(module, path))
}

/** `lib/ci.ts` and `../lib/ci.js`. */
function isSameFile(named: string, path: string): boolean {
  const bare = (text: string): string => text.replace(/^(?:\.{1,2}\/|[@~]\/)+/, '').replace(/\.[cm]?[jt]sx?$/, '').replace(/\/index$/, '')
  return bare(named) === bare(path) || bare(named).endsWith(`/${bare(path)}`)
}

/** The name that a function is declared or bound with; '' for none. */
export function nameOf(fn: Syntax, module: Module): string {
  const own = (fn['id'] as Syntax | null | undefined)?.['name']
  if (typeof own === 'string') return own
  const parent = module.parentOf(fn)
  const holder = (parent?.['id'] ?? parent?.['key'] ?? parent?.['left']) as Syntax | undefined
  const name = holder?.['name']
  return typeof name === 'string' ? name : parent?.type === 'ExportDefaultDeclaration' ? 'default' : ''
}

/** Whether a function can end in an error or end the process at all: one that can't guards nothing. */
export function canFail({ fn, module }: Target): boolean {
  return [...descendants(fn)].some(node => node.type === 'ThrowStatement' || (node.type === 'CallExpression' && isExit(node, module)))
}

/** How a named guard fails: async ones reject. */
export function failureOf(targets: readonly Target[]): NamedGuard {
  return targets.some(({ fn }) => fn['async'] === true) ? 'rejects' : 'throws'
}
