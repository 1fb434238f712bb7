/** Whether code used a variable when a document named it. */
import { isDotenv, readEnvironment } from '../../analysis/environment/read.ts'
import type { Lookup, Repository } from '../../core/repository.ts'
import { findPastWords } from '../../git/past-words.ts'

export interface PastUse {
  readonly commit: string
  /** Seconds since 1970. */
  readonly time: number
  readonly path: string
  /** 1-based line in that commit. */
  readonly line: number
  /** Whether the line reads or sets a variable; otherwise the word only stood there. */
  readonly used: boolean
  /** The document named it anew when it was gone already. */
  readonly renewed: boolean
}

/** Asks about a document and a name. `null`: nothing was found; `undefined`: not known yet. */
export function pastUse(document: string, name: string): Lookup<PastUse | null | undefined> {
  return { key: `${PAST}${document}\0${name}`, kind: 'past uses of variables', default: undefined, answerAll: answerPast }
}
const PAST = 'past-use:'

function answerPast(repository: Repository, keys: readonly string[]): ReadonlyMap<string, PastUse | null> {
  const questions = keys.map((key) => {
    const [document = '', word = ''] = key.slice(PAST.length).split('\0')
    return { document, word }
  })
  const { head, shallow, gitDirectory } = repository.source
  const answers = head === undefined || shallow || gitDirectory === undefined ? [] : findPastWords(repository.root, head, questions)
  return new Map(keys.map((key, index): [string, PastUse | null] => {
    const past = answers[index]
    const name = questions[index]?.word ?? ''
    if (past === undefined) return [key, null]
    const said = past.hits.filter(hit => !isComment(hit.path, hit.text))
    const uses = said.map(hit => ({ hit, used: readEnvironment(hit.path, hit.text).uses.some(use => use.name === name) }))
    const best = uses.find(one => one.used) ?? uses[0]
    if (best === undefined) return [key, null]
    return [key, { commit: past.commit, time: past.time, path: best.hit.path, line: best.hit.line, used: best.used, renewed: past.renewed }]
  }))
}

/** A comment says things, as a document does. In an `.env` file it declares. */
function isComment(path: string, line: string): boolean {
  return !isDotenv(path) && /^\s*(?:#|\/\/|\*|\/\*|--|<!--|;)/.test(line)
}
