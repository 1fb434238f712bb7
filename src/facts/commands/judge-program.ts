/** Whether a program of the repository accepts a flag or command that a document shows. */
import type { Repository } from '../../core/repository.ts'
import { holds, unknown, type Verdict } from '../../core/verdict.ts'
import { programsFact } from '../programs.ts'
import type { SaidAround } from './judge-script.ts'
import { nearNames } from './near-name.ts'

/** A call of a program as a document shows it; plain data. */
export interface SaidProgram {
  readonly program: string
  /** A flag such as `--port`, or the first word. */
  readonly word: string
  readonly kind: 'flag' | 'command'
}

const ALWAYS = new Set(['--help', '-h', '--version', '-v', '-V', 'help'])

/**
 * Judges one flag or command; `undefined` for a program of somebody else, of which nothing is claimed. Only a definition
 * that is literal throughout can break it.
 */
export function judgeProgram(
  repository: Repository, said: SaidProgram, around: SaidAround, range: readonly [number, number],
): Verdict | undefined {
  const own = repository.get(programsFact).program(said.program)
  if (own === undefined) return undefined
  const { definition, source } = own
  if (source === undefined) return unknown(`the source of ${said.program} is not in the repository`)
  if (definition === undefined) return unknown(`${source} uses no argument parser that can be read`)
  if (ALWAYS.has(said.word)) return holds()
  const names = said.kind === 'flag' ? definition.flags : definition.commands
  if (names.has(said.word) || (said.kind === 'flag' && spellings(said.word).some(one => names.has(one)))) return holds(`declared with ${definition.library} in ${source}`)
  if (definition.open !== undefined) return unknown(definition.open)
  if (names.size === 0) return unknown(`${source} declares none`)
  if (said.kind === 'command' && definition.takesArguments) return unknown(`${said.program} takes arguments of its own`)
  if (around.gone) return unknown('the text says that it is gone')
  const near = nearNames(said.word, names)
  const [only, second] = near.close
  return {
    status: 'broken', confidence: 'medium', messageId: said.kind === 'flag' ? 'flag' : 'command', data: { program: said.program, word: said.word },
    evidence: `${definition.library} in ${source} declares no such ${said.kind === 'flag' ? 'option' : 'command'}${near.best === undefined ? '' : `; nearest: \`${near.best}\``}`,
    ...(only !== undefined && second === undefined
      ? { fix: { safety: 'suggestion' as const, range, text: only, title: `Replace by \`${only}\`` } } : {}),
  }
}

/** Other spellings of a flag that parsers take: the negation, camel and kebab case, the parent of a nested one. */
function spellings(flag: string): readonly string[] {
  if (!flag.startsWith('--')) return []
  const name = flag.slice(2)
  const positive = name.startsWith('no-') ? name.slice(3) : name
  const names = [positive, `no-${name}`, name.split('.')[0] ?? name]
  return names.flatMap(one => [
    `--${one}`, `--${one.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`, `--${one.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}`,
  ])
}
