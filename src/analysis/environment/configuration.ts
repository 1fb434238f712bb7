/** Configuration that names variables: compose files, workflows, Kubernetes and Helm, `vercel.json`, `turbo.json`, TOML. */
import type { Collector } from './use.ts'
import { readShell } from './shell.ts'

const KEY = /^[ \t]*(?:-[ \t]+)?["']?([A-Z_][A-Z0-9_]{1,100})["']?[ \t]{0,3}[:=](?=\s|$|["'\d])/gm
const LIST_ITEM = /^[ \t]*-[ \t]+["']?([A-Z_][A-Z0-9_]{1,100})["']?[ \t]*(?:#[^\n]*)?$/gm
const NAMED = /\b(?:name|key|variable|env|secretName|env_?var)["']?[ \t]{0,3}[:=][ \t]{0,3}["']?([A-Z_][A-Z0-9_]{1,100})\b/g
/** `secrets.X`, `vars.X`, `env.X`, `inputs.X` of GitHub, and `secrets['X']`. */
const CONTEXT = /\b(?:secrets|vars|env|inputs)(?:\.|\[["'])([A-Za-z_]\w{1,100})/g
const STRING = /["']!?\$?([A-Z_][A-Z0-9_]{1,100})["']/g
const PRISMA = /\benv\(\s{0,3}["'](\w{1,100})["']/g

/** Reads YAML. */
export function readYaml(text: string, found: Collector): void {
  for (const match of text.matchAll(KEY)) found.use(match[1] ?? '', match.index + match[0].indexOf(match[1] ?? ''), 'set')
  for (const match of text.matchAll(LIST_ITEM)) found.use(match[1] ?? '', match.index, 'read')
  for (const match of text.matchAll(NAMED)) found.use(match[1] ?? '', match.index, 'set')
  for (const match of text.matchAll(CONTEXT)) found.use(match[1] ?? '', match.index, 'read')
  readShell(text, found)
}

/** Reads JSON and TOML: names as keys or strings, and those in commands. */
export function readData(text: string, found: Collector): void {
  for (const match of text.matchAll(KEY)) found.use(match[1] ?? '', match.index + match[0].indexOf(match[1] ?? ''), 'set')
  for (const match of text.matchAll(STRING)) found.use(match[1] ?? '', match.index, 'read')
  readShell(text, found)
}

/** Reads a Prisma schema. */
export function readPrisma(text: string, found: Collector): void {
  for (const match of text.matchAll(PRISMA)) found.use(match[1] ?? '', match.index, 'read', 'required')
}
