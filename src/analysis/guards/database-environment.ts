/** Which environment a value speaks of, where the code shows it: `process.env.PROD_DATABASE_URL`, `"production"`. */
import { farOriginsOf } from '../program/far-origins.ts'
import { propertiesOf, stringOf, type Syntax } from '../program/syntax.ts'
import type { Place } from '../flow/run.ts'

export type DatabaseEnvironment = 'production' | 'staging' | 'development' | 'test'

const WORDS: readonly (readonly [RegExp, DatabaseEnvironment])[] = [
  [/^(?:prod|production|live|prd)$/i, 'production'],
  [/^(?:staging|stage|stg|preprod)$/i, 'staging'],
  [/^(?:dev|development|local)$/i, 'development'],
  [/^(?:test|testing)$/i, 'test'],
]

/** The environment that a word names. */
export function environmentNamed(word: string): DatabaseEnvironment | undefined {
  return WORDS.find(([pattern]) => pattern.test(word))?.[1]
}

/** The environment in the name of a variable with an address: `PROD_DATABASE_URL`, `DATABASE_URL_STAGING`. */
export function environmentOfVariable(name: string): DatabaseEnvironment | undefined {
  if (!/URL|URI|DSN|DATABASE|DB|HOST|CONNECTION/i.test(name)) return undefined
  const words = name.split(/_|(?<=[a-z])(?=[A-Z])/)
  return words.map(environmentNamed).find(found => found !== undefined)
}

/** What an expression says of environments: as an address (a variable's name), and as a word that is expected. */
export interface Mentioned {
  readonly address: DatabaseEnvironment | undefined
  readonly word: DatabaseEnvironment | undefined
}

const NOTHING: Mentioned = { address: undefined, word: undefined }

/** What the arguments of a call say, also those in object literals. */
export function environmentsIn(args: readonly Syntax[], place: Place, depth = 0): Mentioned {
  let found = NOTHING
  for (const argument of args) {
    const one = environmentOf(argument, place, depth)
    found = { address: found.address ?? one.address, word: found.word ?? one.word }
  }
  return found
}

function environmentOf(node: Syntax, place: Place, depth: number): Mentioned {
  const text = stringOf(node)
  if (text !== undefined) return { address: undefined, word: environmentNamed(text) }
  if (depth > 4) return NOTHING
  const properties = propertiesOf(node)
  if (properties !== undefined) return environmentsIn([...properties.values()], place, depth + 1)
  for (const { origin, module } of farOriginsOf(node, place.module, place.outside)) {
    const name = origin.path.at(-1)
    if (origin.kind === 'global' && name !== undefined) return { address: environmentOfVariable(name), word: undefined }
    if (origin.kind === 'value' && origin.node !== node && depth < 4) return environmentOf(origin.node, { ...place, module }, depth + 1)
    // `requireEnv("PROD_DATABASE_URL")`, `new Pool({ … })`, `new URL(process.env.X)`
    if (origin.kind === 'result' && depth < 4) {
      const args = origin.call['arguments'] as readonly Syntax[]
      const [first] = args
      const address = environmentOfVariable(stringOf(first) ?? '')
      return address === undefined ? environmentsIn(args, { ...place, module }, depth + 1) : { address, word: undefined }
    }
  }
  return NOTHING
}
