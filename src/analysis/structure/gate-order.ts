/** Which member of a constant is which gate of a document. */
import type { DeclaredGate } from './declared-gates.ts'
import { titleWords } from './loose-title.ts'

export interface Pairing {
  /** For each gate the index of its member, or -1. */
  readonly members: readonly number[]
  /** Indexes of members that no gate is. */
  readonly left: readonly number[]
}

/** Pairs gates with members: by the same name first, then by a title that has all words of the member. */
export function pairGates(gates: readonly DeclaredGate[], members: readonly string[]): Pairing {
  const taken = new Set<number>()
  const pairs = gates.map(() => -1)
  for (const isNamed of [isCalled, isTitled]) {
    gates.forEach((gate, index) => {
      if (pairs[index] !== -1) return
      const at = members.findIndex((member, other) => !taken.has(other) && isNamed(gate, member))
      if (at < 0) return
      pairs[index] = at
      taken.add(at)
    })
  }
  return { members: pairs, left: members.map((_, index) => index).filter(index => !taken.has(index)) }
}

function isCalled({ names }: DeclaredGate, member: string): boolean {
  return names.some(name => isSame(name, member))
}

function isTitled({ names: [title = ''] }: DeclaredGate, member: string): boolean {
  return hasWords(title, member)
}

function isSame(name: string, member: string): boolean {
  const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return letters(name) === letters(member)
}

/** `envVars` and `ENV_VARS` of "Environment variables present": each word begins one of the title, in any order. */
function hasWords(name: string, member: string): boolean {
  const words = titleWords(member.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/_/g, ' '))
  const title = titleWords(name)
  return words.length > 0 && words.every(word => title.some(other => other === word || (word.length >= 3 && other.startsWith(word))))
}
