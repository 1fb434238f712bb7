/** JavaScript and TypeScript: `process.env`, `import.meta.env`, Deno, Bun, schemas of zod, t3-env, envalid and envsafe. */
import type { Collector, VariableUse } from './use.ts'

const OBJECT = String.raw`(?:process\.env|import\.meta\.env|Bun\.env|globalThis\.process\.env)`
const DOTTED = new RegExp(String.raw`\b${OBJECT}\s{0,3}(?:\?\.|!?\.)\s{0,3}([A-Za-z_]\w*)`, 'g')
const QUOTED = new RegExp(String.raw`\b${OBJECT}\s{0,3}(?:\?\.|!)?\[\s{0,3}(["'\`])([^"'\`\n]{1,120})\1\s{0,3}([\]+])`, 'g')
const COMPUTED = new RegExp(String.raw`\b${OBJECT}\s{0,3}(?:\?\.|!)?\[\s{0,3}[^\]"'\`\n]{1,80}\+\s{0,3}["'\`](\w{1,80})["'\`]\s{0,3}\]`, 'g')
const DESTRUCTURED = new RegExp(String.raw`\{([^{}]{1,2000})\}\s{0,3}=\s{0,3}${OBJECT}(?![\w.[])`, 'g')
const ALIAS = new RegExp(String.raw`\b([A-Za-z_$][\w$]{0,40})\s{0,3}(?:=\s{0,3}(?:\{\s{0,3}\.\.\.)?${OBJECT}(?![\w.?[])|:\s{0,3}(?:NodeJS\.)?(?:ProcessEnv|Dict<string>))`, 'g')
const DENO = /\bDeno\.env\.(get|set|has|delete)\(\s{0,3}["'`]([A-Za-z_]\w{0,100})["'`]/g
/** `env('X')`, `requireEnv("X", 'd')`, `getEnvVar('X')`, `Env.get('X')`, `config.env('X')`, commander's `.env('X')`. */
const HELPER = /\b\w{0,40}(?:[eE]nv|ENV)\w{0,40}(?:\.(?:get|has|require|string|str|num|bool|get\w{1,20}))?\s{0,2}(?:<[^<>\n]{1,40}>)?\(\s{0,40}["'`]([A-Z][A-Z0-9_]{1,100})["'`]\s{0,3}([,)])/g
const SCHEMA_HINT = /\b(?:z\.|zod|valibot|v\.object|createEnv|cleanEnv|envsafe|envalid|Type\.Object|Joi\.|yup\.|convict|arktype|EnvSchema|envSchema|ProcessEnv|ImportMetaEnv|str\(|num\(|bool\()/
const SCHEMA_KEY = /(?:^|[{,;])[ \t]*(?:\/\*[^*\n]{0,200}\*\/[ \t]*)?(?:readonly[ \t]+)?["']?([A-Z][A-Z0-9_]{1,100})["']?(\?)?[ \t]{0,3}:[ \t]*(?=\S|\n|\r)/gm
const SCHEMA_VALUE = /^\s{0,80}(?:z\b|v\.|t\.|Type\.|Joi\.|yup\.|S\.|Schema\.|Config\.|makeValidator|(?:envsafe\.|envalid\.)?(?:str|num|bool|url|port|email|host|json|string|number|boolean)\(|\w{1,40}\(\s{0,40}z\.|(?:string|number|boolean|'|")|\w{0,40}(?:Schema|schema|String|Url|Boolean|Number|Secret|Port|Enum|Email|Flag|Int)\b)/

/** Reads a JavaScript or TypeScript file (also Vue, Svelte and Astro components). */
export function readJavaScript(text: string, found: Collector): void {
  for (const match of text.matchAll(DOTTED)) {
    const name = match[1] ?? ''
    if (/^[a-z]+$/.test(name)) continue
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 40)
    found.use(name, match.index, isAssigned(rest) ? 'set' : 'read', needBehind(rest))
  }
  for (const match of text.matchAll(QUOTED)) {
    const name = match[2] ?? ''
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 40)
    if (match[3] === '+') found.build(name)
    else if (name.includes('${')) found.build(name.slice(0, name.indexOf('${')), name.slice(name.lastIndexOf('}') + 1))
    else found.use(name, match.index, isAssigned(rest) ? 'set' : 'read', needBehind(rest))
  }
  for (const match of text.matchAll(COMPUTED)) found.build('', match[1] ?? '')
  for (const match of text.matchAll(DESTRUCTURED)) readNames(match[1] ?? '', match.index, found)
  for (const match of text.matchAll(DENO)) found.use(match[2] ?? '', match.index, match[1] === 'set' ? 'set' : 'read')
  for (const match of text.matchAll(HELPER)) {
    const name = match[0].slice(0, match[0].indexOf('('))
    const need = match[2] === ',' ? 'defaulted' : /require|must|mandatory/i.test(name) ? 'required' : /opt/i.test(name) ? 'optional' : undefined
    found.use(match[1] ?? '', match.index, /set|stub/i.test(name) ? 'set' : 'read', need)
  }
  readAliases(text, found)
  if (SCHEMA_HINT.test(text)) readSchema(text, found)
}

/** `const { A, B: b, C = 'x' } = process.env`. */
function readNames(inside: string, offset: number, found: Collector): void {
  for (const part of inside.split(',')) {
    const match = /^\s*["']?([A-Za-z_]\w*)["']?\s*(?::\s*\w+\s*)?(=)?/.exec(part)
    if (match !== null) found.use(match[1] ?? '', offset, 'read', match[2] === undefined ? undefined : 'defaulted')
  }
}

/** At most so many names of one file that stand for `process.env`. */
const MOST_ALIASES = 5

function readAliases(text: string, found: Collector): void {
  const names = new Set<string>()
  for (const match of text.matchAll(ALIAS)) if (names.size < MOST_ALIASES && match[1] !== undefined) names.add(match[1])
  for (const name of names) {
    const escaped = name.replaceAll('$', String.raw`\$`)
    const access = new RegExp(String.raw`(?<![\w.$])${escaped}(?:\??\.([A-Z][A-Z0-9_]+)\b|\[["'\`]([A-Z][A-Z0-9_]+)["'\`]\])`, 'g')
    for (const match of text.matchAll(access)) {
      const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 40)
      found.use(match[1] ?? match[2] ?? '', match.index, isAssigned(rest) ? 'set' : 'read', needBehind(rest))
    }
    const destructured = new RegExp(String.raw`\{([^{}]{1,2000})\}\s{0,3}=\s{0,3}${escaped}\b(?![.[(])`, 'g')
    for (const match of text.matchAll(destructured)) readNames(match[1] ?? '', match.index, found)
  }
}

function isAssigned(rest: string): boolean {
  return /^\s{0,3}(?:\?\?|\|\|)?=(?![=>])/.test(rest)
}

function needBehind(rest: string): VariableUse['need'] {
  return /^\s{0,20}(?:\?\?|\|\|)(?!=)/.test(rest) ? 'defaulted' : undefined
}

/** Longer expressions are cut: a schema's entry is one chain. */
const LONGEST_ENTRY = 1500

function readSchema(text: string, found: Collector): void {
  for (const match of text.matchAll(SCHEMA_KEY)) {
    const from = match.index + match[0].length
    const value = entryAt(text, from)
    if (!SCHEMA_VALUE.test(value) || /^\s*["'][^"']*["']\s*$/.test(value)) continue
    const offset = match.index + match[0].indexOf(match[1] ?? '')
    found.use(match[1] ?? '', offset, 'read', match[2] === '?' ? 'optional' : needOf(value), true)
  }
}

function needOf(value: string): VariableUse['need'] {
  if (/\.(?:default|catch|prefault|fallback)\(|\bdefault\s{0,3}:|\bdevDefault\s{0,3}:|\bwithDefault\(/.test(value)) return 'defaulted'
  if (/\.(?:optional|nullish|nullable)\(|\boptional\(|\ballowEmpty|\|\s{0,3}undefined\b|\bType\.Optional\(/.test(value)) return 'optional'
  // What a named schema or a helper demands stands elsewhere.
  return /^\s*(?:z\.|(?:str|num|bool|url|port|email|host|json)\(|string\b|Joi\.\w+\(\)[^]*\.required\()/.test(value) ? 'required' : undefined
}

/** The expression from an offset to the comma, semicolon or bracket that ends it; quotes and brackets are followed. */
function entryAt(text: string, from: number): string {
  let depth = 0
  let quote = ''
  const end = Math.min(text.length, from + LONGEST_ENTRY)
  for (let at = from; at < end; at++) {
    const char = text[at] ?? ''
    if (quote !== '') {
      if (char === '\\') at++
      else if (char === quote) quote = ''
    } else if (char === '"' || char === "'" || char === '`') quote = char
    else if (char === '(' || char === '{' || char === '[') depth++
    else if (char === ')' || char === '}' || char === ']') {
      if (depth-- === 0) return text.slice(from, at)
    } else if (depth === 0 && (char === ',' || char === ';')) return text.slice(from, at)
  }
  return text.slice(from, end)
}
