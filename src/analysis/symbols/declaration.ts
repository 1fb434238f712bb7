/** How source declares a name, judged by the line: good enough for every language, and no parser is loaded. */

/**
 * - `named`: a keyword or a signature declares it: `function x`, `class X`, `const X =`, `def x`, `x(): T {`, `CREATE TABLE x`
 * - `member`: a property, field or enum member: `x: string`, `x = 1`, `x?:`; a key of an object that is handed to somebody is none
 */
export type Declared = 'named' | 'member'

const KEYWORD = /(?:^|[\s({;,])(?:function\*?|class|interface|type|enum|struct|trait|union|const|let|var|val|static|fn|func|def|fun|sub|module|namespace|package|mod|macro_rules!|define|record|object|protocol|extension|model|view|message|service|rpc|scalar|input|resource|data|table|procedure|trigger|alias|newtype|typealias|typedef|impl(?:<[^<>]{0,80}>)?|delegate|event|abstract|default)\s+(?:\([^()]{0,120}\)\s*)?(?:if\s+not\s+exists\s+)?(?:(?:[\w$]{1,60}(?:\.|::))|["`'[*&]){0,3}$/i
/** JavaScript and its kin: there `x: value,` is mostly a key of somebody else's options. */
const SCRIPT = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/i
/** A type and no value behind the colon: `?:`, `: string`, `: Options,`, `: () => void`, `: 'a' | 'b'`. */
const TYPE_BEHIND = /^["']?\s*(?:[?!]:|:\s*(?:readonly\s+)?(?:(?:string|number|boolean|any|unknown|void|never|null|undefined|bigint|symbol|object|true|false)\b\s*(?:[|&;,)=[]|$)|[A-Z][\w.]{0,80}(?:<[^()]{0,120}>)?(?:\[\])?\s*(?:[|&;)=]|,?\s*$)|\([^()]{0,200}\)\s*=>\s*[\w<>[\]|. ]{1,80};?\s*$|(?:["'][^"']{0,60}["']|\d{1,9})\s*\||\{[^{}]{0,200}\};?\s*$|keyof\b|typeof\b|Array<|Record<|Promise<))/

/** `[\w<>]` types before a name in C, C#, Java, Kotlin and Go: `public static String name(`. */
const TYPED = /^\s*(?:(?:public|private|protected|internal|static|final|abstract|async|override|virtual|extern|inline|readonly|unsafe|constexpr|const|export|get|set|declare|pub(?:\([a-z]{1,10}\))?|suspend|open)\s+){0,6}(?:[\w$:.]{1,60}(?:<[^()]{0,80}>)?(?:\[\]|[*&?])?\s+[*&]?){0,2}(?:#)?$/
const DECORATED = /(?:^|[\s{,(;])(?:@[\w.]{1,60}(?:\([^()]{0,80}\))?\s+){0,3}$/

/**
 * Judges one occurrence.
 * @param path of the file: its ending says the language
 * @param line the whole line
 * @param column 0-based place of the name in it
 * @returns `undefined` for a use
 */
export function declarationAt(path: string, line: string, column: number, name: string): Declared | undefined {
  const before = line.slice(Math.max(0, column - 300), column)
  const after = line.slice(column + name.length, column + name.length + 300)
  if (/\b(?:import|require|include|using|from|use)\b[^=(]{0,200}$/.test(before) && !/\bexport\b.*\bfrom\b/.test(line)) return undefined
  if (KEYWORD.test(before)) return 'named'
  // `export { x }`, `module.exports.x =`, `exports.x =`, `X.prototype.x =`, `this.x =`, `self.x =`
  if (/\bexports?(?:\.default)?\.$|\.prototype\.$/.test(before) && /^\s*=/.test(after)) return 'named'
  if (/(?:^|[\s.])(?:this|self|@)\.?$/.test(before) && /^\s*(?::\s?[\w<>[\]| ]{1,60})?=(?!=)/.test(after)) return 'member'
  if (/^\s*(?:\?|!)?:\s*(?:async\s+)?(?:function\b|\([^)]{0,200}\)\s*=>)/.test(after)) return 'named'
  // A signature: name(…) followed by a body or a return type, and nothing but types and modifiers before it.
  if (/^(?:<[^()]{0,120}>)?\s*\(/.test(after) && TYPED.test(before) && !/^\s*(?:return|await|throw|yield|new|else|case|in|of|not|and|or|if|while|for|assert|raise|echo|print|go|defer|delete|typeof)\b/.test(before)
    && (/\)\s*(?:->|:|=>|throws\b|const\b|where\b)?\s*[^;]{0,120}\{\s*(?:\}|\/\/.*)?\s*$/.test(after) || /\)\s*\{/.test(after) || (/\(\s*$/.test(after) && /\S\s+$/.test(before)))) return 'named'
  if (/^\s*\(\)\s*\{/.test(after) && /^\s*$/.test(before)) return 'named'
  if (DECORATED.test(before) || TYPED.test(before) || /(?:^|[\s{,(])["'`]$/.test(before)) {
    if (/^["'`]?\s*(?:\?|!)?:(?!:)/.test(after)) return !SCRIPT.test(path) || TYPE_BEHIND.test(after) ? 'member' : undefined
    if (/^\s*(?::\s?[^=]{1,80})?=(?![=>])/.test(after) && !/\b(?:if|while|return)\b/.test(before)) return 'member'
    if (/^\s*(?:[,}]|\/\/.*|\([^()]{0,80}\),?)?\s*$/.test(after) && /^\s*$/.test(before)) return 'member'
    if (/^\s*;/.test(after) && /[\w>\]]\s+$/.test(before) && !/\b(?:return|throw|break|continue|goto|delete|await|yield)\s+$/.test(before)) return 'member'
    // Struct fields of Go and columns of SQL: `Name string`, `name TEXT NOT NULL`.
    if (/^["`]?\s+(?:\*|\[\])?[A-Za-z][\w.]{1,40}/.test(after) && /^\s*["`]?$/.test(before)) return 'member'
  }
  return undefined
}
