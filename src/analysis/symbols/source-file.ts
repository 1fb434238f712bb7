/** Which files count as source, and which occurrences of a name in them count. */

import { OWN_FILES } from '../../core/tool.ts'

/** What is no source: documents, locks, pictures, generated bundles. */
const NOT_SOURCE = /(?:\.(?:md|mdx|markdown|txt|rst|adoc|lock|lockb|sum|svg|png|jpe?g|gif|ico|webp|avif|pdf|eps|woff2?|ttf|otf|eot|zip|gz|tgz|xz|zst|tar|jar|wasm|mp[34]|webm|mov|bin|exe|dll|so|dylib|class|pyc|map|snap|csv|tsv|ipynb|pem|crt|key|db|sqlite|po|pot|patch|diff|log)|\.min\.(?:js|css)|-lock\.(?:json|yaml)|npm-shrinkwrap\.json|\.d\.ts\.map)$|(?:^|\/)(?:node_modules|vendor|third[-_]party|bower_components|\.yarn|CHANGELOG[^/]*|\.git)(?:\/|$)/i

/** Whether the code of the repository can be in a file of this name. */
export function isSource(path: string): boolean {
  return !NOT_SOURCE.test(path) && !OWN_FILES.includes(path)
}

/** Where things are declared: programs and schemas, not settings. */
const CODE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|py|pyi|rb|rake|go|rs|java|kts?|scala|groovy|swift|php|cs|fs|c|cc|cpp|cxx|h|hpp|hh|m|mm|sh|bash|zsh|ps[dm]?1|sql|prisma|graphql|gql|proto|sol|lua|exs?|erl|hs|ml|dart|zig|nim|jl|r|pl|pm|clj[cs]?|elm|tf|hcl)$/i

/** Whether a file of this name declares names. */
export function isCode(path: string): boolean {
  return CODE.test(path) && isSource(path)
}

/** Lines of these files that begin with `#` are comments; in others that is a directive or an attribute. */
const HASH_COMMENTS = /\.(?:py|pyi|rb|rake|sh|bash|zsh|ps[dm]?1|ya?ml|toml|r|pl|pm|jl|nim|exs?|tf|hcl|ini|cfg|conf|properties|mk|graphql|gql)$|(?:^|\/)(?:Makefile|Dockerfile|\.env[^/]*|[\w.-]*file)$/i
const DASH_COMMENTS = /\.(?:sql|lua|hs|elm|sql\.\w+)$/i

/**
 * Whether an occurrence stands in a comment, judged by its line alone.
 * @param line the whole line
 * @param at 0-based place of the name in it
 */
export function isInComment(path: string, line: string, at: number): boolean {
  const before = line.slice(Math.max(0, at - 2000), at)
  if (/^\s*(?:\/\/|\/\*|\*(?:\s|$|\/)|<!--|\{\/\*|;;|"""|''')/.test(before)) return true
  if (/(?:^|[^:"'`\\])\/\/(?!["'`])/.test(before) || /\/\*(?:(?!\*\/).)*$/.test(before)) return true
  if (HASH_COMMENTS.test(path)) return /(?:^|\s)#/.test(before)
  return DASH_COMMENTS.test(path) && /(?:^|\s)--/.test(before)
}
