/** Whether a variable that a document names is one that something reads or sets. */
import { distance } from 'fastest-levenshtein'
import type { Repository } from '../../core/repository.ts'
import { holds, unknown, type Confidence, type Verdict } from '../../core/verdict.ts'
import { environmentFact, useText } from '../environment.ts'
import { dateOf } from '../receipt.ts'
import { pastUse, type PastUse } from './past-use.ts'
import { hangsOnAll, readingsFact, textsFact, wordPlaces } from './search.ts'

/** A variable as a document names it; plain data. */
export interface SaidVariable {
  readonly name: string
  readonly form: 'code' | 'assignment' | 'access' | 'words'
  /** The words around speak of variables. */
  readonly context: boolean
  readonly excuse: 'gone' | 'planned' | null
  readonly local: boolean
  readonly kin: readonly string[]
}

/** Files of one word that are looked into for a use. */
const MOST_PLACES = 25

/**
 * Judges a variable.
 * @param range offsets of the name, for a fix
 */
export function judgeVariable(repository: Repository, document: string, said: SaidVariable, range: readonly [number, number]): Verdict | undefined {
  const places = repository.ask(wordPlaces(said.name))
  // Asked at once: a second search would read every file again.
  for (const beginning of beginningsOf(said.name)) repository.ask(wordPlaces(beginning))
  if (places === undefined) return unknown('the files were not searched')
  const read = repository.get(readingsFact)
  for (const path of places.slice(0, MOST_PLACES)) {
    const use = read(path).uses.find(one => one.name === said.name)
    if (use !== undefined) return holds(useText({ ...use, path }))
  }
  const literal = places.slice(0, MOST_PLACES).find(path => isLiteral(repository, path, said.name))
  if (literal !== undefined && said.context) return holds(`named in \`${literal}\``)
  const [first] = places
  // A constant, a database's column, a word of a test: it is there, and nobody says that it is a variable.
  if (first !== undefined) return said.form === 'code' && !said.context ? undefined : unknown(`\`${said.name}\` stands in ${first}, but nothing is seen to read it from the environment`)
  const verdict = judgeMissing(repository, document, said, range)
  hangsOnAll(repository)
  return verdict
}

/** Whether a file has the name as a string: some function of its own reads it. */
function isLiteral(repository: Repository, path: string, name: string): boolean {
  const text = repository.get(textsFact)(path)
  return text.includes(`"${name}"`) || text.includes(`'${name}'`) || text.includes(`\`${name}\``)
}

/** Whether a file has a string that ends with the beginning of a name, or goes on with something computed. */
function beginsString(repository: Repository, path: string, beginning: string): boolean {
  const text = repository.get(textsFact)(path)
  return ['"', "'", '`', '${', '{', '%', '$'].some(end => text.includes(beginning + end))
}

function judgeMissing(repository: Repository, document: string, said: SaidVariable, range: readonly [number, number]): Verdict | undefined {
  const environment = repository.get(environmentFact)
  const [use] = environment.variables.get(said.name) ?? []
  if (use !== undefined) return holds(useText(use))
  if (said.excuse === 'gone') return unknown('the text says that it is gone')
  if (said.excuse === 'planned') return unknown('the text speaks of what is still to come')
  if (said.local) return unknown("a shell variable of the document's own commands")
  const builder = environment.builderOf(said.name)
  if (builder !== undefined) return unknown(`${builder.path} builds names such as \`${builder.prefix}…${builder.suffix}\``)
  for (const beginning of beginningsOf(said.name)) {
    const place = repository.ask(wordPlaces(beginning))?.slice(0, MOST_PLACES).find(path => beginsString(repository, path, beginning))
    if (place !== undefined) return unknown(`${place} builds names that begin with \`${beginning}\``)
  }
  const past = repository.ask(pastUse(document, said.name))
  if (past === undefined) return unknown('history was not searched')
  const near = said.kin.length === 0 && said.context ? nearVariable(said.name, environment.variables.keys()) : undefined
  if (past !== null && (past.used || said.form !== 'code' || said.context)) {
    const when = `\`${past.path}:${String(past.line)}\` ${past.used ? 'used' : 'had'} it when this was ${past.renewed ? 'first ' : ''}written (${past.commit.slice(0, 8)}, ${dateOf(past.time)})`
    return broken(said, range, sureness(said, past), near === undefined ? when : `${when}; nearest now: \`${near}\``, near)
  }
  if (near !== undefined) return broken(said, range, 'medium', `nearest: \`${near}\``, near)
  if (repository.source.shallow) return unknown('history is shallow, fetch with depth 0')
  return said.form === 'code' && !said.context ? undefined : unknown('nothing in the repository reads or sets it, and nothing did when this was written: another program can be meant')
}

/** Named anew when it was gone already, it may be another program's by now; but a command that sets it says that something takes it. */
function sureness(said: SaidVariable, past: PastUse): Confidence {
  if (past.renewed) return past.used && said.form === 'assignment' ? 'medium' : 'low'
  return past.used ? 'high' : 'medium'
}

/** `A_B_C` → `A_`, `A_B_`: what code has in it that builds such a name. */
function beginningsOf(name: string): string[] {
  return name.split('_').slice(0, -1).map((_, index, words) => `${words.slice(0, index + 1).join('_')}_`).filter(beginning => beginning.length >= 4 && !FRAMEWORK_PREFIX.test(beginning))
}

function broken(said: SaidVariable, range: readonly [number, number], confidence: Confidence, evidence: string, near: string | undefined): Verdict {
  return {
    status: 'broken', confidence, messageId: 'variable', data: { name: said.name }, evidence,
    ...(near === undefined ? {} : { fix: { safety: 'suggestion' as const, range, text: near, title: `Replace by \`${near}\`` } }),
  }
}

/** Every variable of such a framework begins so: that code looks for the prefix says nothing of one name. */
const FRAMEWORK_PREFIX = /^(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY|PUBLIC)_/

/** A name so near that it was meant: a slip of one or two letters, or the prefix of another framework. */
export function nearVariable(name: string, known: Iterable<string>): string | undefined {
  const limit = name.length >= 14 ? 2 : name.length >= 8 ? 1 : 0
  const bare = name.replace(FRAMEWORK_PREFIX, '')
  let best: { readonly name: string; readonly score: number } | undefined
  for (const candidate of known) {
    if (bare !== name && candidate.replace(FRAMEWORK_PREFIX, '') === bare && bare.includes('_') && FRAMEWORK_PREFIX.test(candidate)) return candidate
    if (Math.abs(candidate.length - name.length) > limit) continue
    const score = distance(name, candidate)
    if (score > limit || candidate.replace(/\d/g, '') === name.replace(/\d/g, '') || changesWord(name, candidate)) continue
    if (best === undefined || score < best.score) best = { name: candidate, score }
  }
  return best?.name
}

/** Whether a short word of the name is another word (`APP_ID`, `API_ID`): two variables, not a slip. */
function changesWord(a: string, b: string): boolean {
  const [left, right] = [a.split('_'), b.split('_')]
  if (left.length !== right.length) return false
  return left.some((word, index) => word !== right[index] && (Math.min(word.length, right[index]?.length ?? 0) <= 3 || distance(word, right[index] ?? '') * 3 > word.length))
}
