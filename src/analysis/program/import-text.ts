/** What a module may load, told from its text: the question before the one whether it is worth parsing. */

/** Imports of types, which load nothing; `import type, { x } from` and `import type from` are none. */
const OF_TYPES = /\b(?:import|export)\s{1,20}type\s{1,20}[\w$*{][^'"`;()=]{0,300}\bfrom\s{0,20}(?:"[^"\n]{1,500}"|'[^'\n]{1,500}')/
/** A word that loads, and the first text behind it; comments may stand between. What follows tells whether that was all of it. */
const LOADING = /\b(?:from|import|require)\b(?:[\s(]|\/\*(?:[^*]|\*(?!\/)){0,300}\*\/|\/\/[^\n]{0,300}\n){0,100}(["'`])([^"'`\n]{1,500})\1\s{0,20}(\+)?/
const IMPORT = new RegExp(`${OF_TYPES.source}|${LOADING.source}`, 'g')

/**
 * Every specifier that a text loads, and perhaps others: words in strings and comments count as well. `undefined` when one is put
 * together from parts or written with escapes: then it may be anything.
 */
export function specifiersInText(text: string): readonly string[] | undefined {
  const found = new Set<string>()
  for (const [, , specifier, joined] of text.matchAll(IMPORT)) {
    if (specifier === undefined) continue
    if (joined !== undefined || specifier.includes('\\')) return undefined
    found.add(specifier)
  }
  return [...found]
}
