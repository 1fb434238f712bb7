/** What a change to a file of code takes away from the words that documents use. Always too many rather than too few. */
import type { Change } from './changes.ts'

/** What code is read in, schemas and configuration included; lock files and drawings are nobody's claim. */
const SOURCE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|py|go|rs|rb|java|kts?|cs|php|swift|scala|ex|exs|c|h|cc|cpp|hpp|sh|ps1|sql|prisma|graphql|proto|ya?ml|toml|env|json)$|(?:^|\/)(?:\.env[^/]*|Dockerfile[^/]*)$/i
const NOT_WRITTEN = /(?:^|\/)(?:package-lock|npm-shrinkwrap|pnpm-lock|composer\.lock|[^/]*\.min)\.[^/]*$/
/** In UTF-16 units; larger files are generated, and what is in them is said elsewhere. */
const LARGEST = 500_000

/** `camelCase`, `PascalCase`, `CONST_CASE`, `snake_case`: what a document can only mean as a name. */
const NAMED = /(?<![\w$])(?:[A-Za-z_$][\w$]{0,80}?(?:_|[a-z\d][A-Z])[\w$]{0,80}|[A-Z][a-z]\w{2,80})(?![\w$])/g
/** A plain word is a name where it is called or declared: `parse(`, `function parse`. */
const CALLED = /(?<![\w$])([a-z][a-z\d]{2,40})\(/g
/** Served paths with what stands before them: `.get('/api/orders/:id'` that becomes `.post(` is another route. */
const ROUTE = /(\w{0,20}\(?)\s{0,4}["'`](\/[\w-]{1,60}(?:\/[^"'`\s]{0,200})?)["'`]/g
const CAPITALS = /\b[A-Z][A-Z0-9]*_[A-Z0-9_]*\b/g
/** Lists that documents count and repeat: `const GATES = [`, `enum Channel {`, `type Channel = 'a' | 'b'`. */
const LIST = /\b(?:const|let|var|enum|type|class)\s{1,4}([A-Za-z_$][\w$]{1,80})(?=[^\n=]{0,80}=\s{0,4}(?:\[|Object|new Set|z\.|\|?\s{0,4}["'`])|\s{0,4}\{)/g
/** More new variables than these make no table incomplete that anybody keeps by hand. */
const MOST_NEIGHBOURS = 60

/** Whether names in a file are what documents speak of. */
export function holdsNames(path: string): boolean {
  return SOURCE.test(path) && !NOT_WRITTEN.test(path)
}

/**
 * Words that stood in a file and stand there no more; and, where a list or the variables have changed, the words by which a
 * document can mean the whole list: an entry that is new makes a table incomplete which does not name it.
 */
export function lostNames(change: Change, before: string | undefined, after: string | undefined): readonly string[] {
  if (before === undefined || before.length > LARGEST || (after !== undefined && after.length > LARGEST)) return []
  const words = new Set<string>()
  const old = namesIn(before)
  const kept = namesIn(after ?? '')
  for (const word of old) if (!kept.has(word)) words.add(word)
  const served = new Set(routesIn(after ?? ''))
  for (const route of routesIn(before)) if (!served.has(route)) for (const part of route.split('/').slice(1)) if (/^[\w-]{3,}$/.test(part)) words.add(`/${part}`)
  if (change.kind !== 'modified' || after === undefined) return [...words]
  const variables = new Set(before.match(CAPITALS))
  const grown = (after.match(CAPITALS) ?? []).some(name => !variables.has(name))
  if (grown) for (const name of [...variables].slice(0, MOST_NEIGHBOURS)) words.add(name)
  for (const [, name = ''] of after.matchAll(LIST)) words.add(name)
  return [...words].flatMap(word => (word.includes('_') ? [word, word.replaceAll('_', '\\_')] : [word]))
}

function namesIn(text: string): ReadonlySet<string> {
  const names = new Set(text.match(NAMED))
  for (const [, name = ''] of text.matchAll(CALLED)) names.add(`${name}(`)
  return names
}

function routesIn(text: string): readonly string[] {
  return [...text.matchAll(ROUTE)].map(([, call = '', route = '']) => call + route)
}
