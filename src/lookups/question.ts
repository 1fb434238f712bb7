import { NUMBERED } from './numbered.ts'
import { RELEASE } from './release.ts'
import type { HostedRepository } from './answer.ts'

/** A question as answerers see it: read back from the key of its lookup. */
export type Question =
  | { readonly kind: typeof NUMBERED; readonly key: string; readonly repository: HostedRepository; readonly number: number }
  | { readonly kind: typeof RELEASE; readonly key: string; readonly repository: HostedRepository; readonly tag: string }

/**
 * Reads a key such as `numbered:github.com/owner/name#12` or `release:github.com/owner/name@v1`. The owner may be several
 * folders deep (subgroups), the tag may hold any character.
 * @returns `undefined` for a key of another kind
 */
export function parseQuestion(key: string): Question | undefined {
  const parts = /^(numbered|release):([^/#@]+)\/([^#@]+)\/([^/#@]+)(?:#([1-9]\d{0,14})|@(.+))$/s.exec(key)
  if (parts === null) return undefined
  const [, kind, host = '', owner = '', name = '', number, tag] = parts
  const repository = { host, owner, name }
  if (kind === NUMBERED && number !== undefined) return { kind, key, repository, number: Number(number) }
  if (kind === RELEASE && tag !== undefined) return { kind, key, repository, tag }
  return undefined
}
