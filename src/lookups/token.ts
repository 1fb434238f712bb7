import type { Environment } from './answerer.ts'

/** A secret with the name of the variable that it came from. The name may be shown, the value never. */
export interface Token {
  readonly variable: string
  readonly value: string
}

/** The first of some variables that is set. */
export function findToken(environment: Environment, variables: readonly string[]): Token | undefined {
  for (const variable of variables) {
    const value = environment[variable]?.trim() ?? ''
    if (value !== '') return { variable, value }
  }
  return undefined
}

/** Whether a value can stand in a header: anything else would make HTTP quote it in an error. */
export function isSendable({ value }: Token): boolean {
  return /^[\x21-\x7e]+$/.test(value)
}

/** Longer messages are cut. */
const LONGEST = 160

/**
 * What a service said, fit to be shown: one line, no control characters, no token, no full stop. The service may repeat what
 * it was sent.
 */
export function presentable(message: string, token: Token | undefined): string {
  // Before anything is cut: half a token is one as well.
  const safe = token === undefined ? message : message.replaceAll(token.value, '***')
  // eslint-disable-next-line no-control-regex -- they could write anything to a terminal
  const line = safe.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ').trim()
  return (line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line).replace(/\.+$/, '')
}
