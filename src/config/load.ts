/** Finds and reads the configuration of a repository. What only one kind of file needs is loaded for that kind only. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { definesRules } from '../core/own-rule.ts'
import { tool } from '../core/tool.ts'
import { UserError } from '../core/user-error.ts'
import type { UserConfig } from './config.ts'
import { importModule } from './import-module.ts'

export interface LoadedConfig {
  readonly config: UserConfig
  /** Absolute path, or `undefined` when nothing is configured. */
  readonly file: string | undefined
  /** Changes when the configuration says something else, also where a module computes it. */
  readonly digest: string
  /** Whether it defines rules. */
  readonly bringsRules: boolean
}

const ENDINGS = ['js', 'mjs', 'cjs', 'ts', 'json', 'jsonc'] as const
const MANIFEST = 'package.json'

/**
 * Reads the configuration.
 * @param root absolute root of the repository
 * @param explicitFile a file that was asked for, absolute or relative to the current folder
 * @throws UserError when it can't be read, is not valid, or stands in two places
 */
export async function loadConfig(root: string, explicitFile?: string): Promise<LoadedConfig> {
  const file = explicitFile === undefined ? findConfig(root) : path.resolve(explicitFile)
  if (file === undefined) return loaded({}, undefined)
  if (!existsSync(file)) throw new UserError(`There is no config file ${explicitFile ?? file}.`)
  const name = isBelow(root, file) ? path.relative(root, file) : file
  const { validateConfig } = await import('./validate.ts')
  const config = validateConfig(await readConfig(file, name), name)
  return loaded(config, file)
}

function loaded(config: UserConfig, file: string | undefined): LoadedConfig {
  return { config, file, digest: digestOf(config), bringsRules: definesRules(config.rules) }
}

/** Checks a configuration that a program gives in place of a file. */
export async function acceptConfig(given: UserConfig): Promise<LoadedConfig> {
  const { validateConfig } = await import('./validate.ts')
  const config = validateConfig(given, 'the given configuration')
  return loaded(config, undefined)
}

function findConfig(root: string): string | undefined {
  const found = ENDINGS.map(ending => path.join(root, `${tool.name}.config.${ending}`)).filter(file => existsSync(file))
  if (manifestSection(path.join(root, MANIFEST)) !== undefined) found.push(path.join(root, MANIFEST))
  if (found.length > 1) {
    throw new UserError(`The configuration stands in ${found.map(file => path.basename(file)).join(' and ')}. Keep one of them.`)
  }
  return found[0]
}

async function readConfig(file: string, name: string): Promise<unknown> {
  switch (path.extname(file)) {
    case '.json': case '.jsonc': return path.basename(file) === MANIFEST ? manifestSection(file) ?? {} : readJsonc(file, name)
    case '.ts': case '.mts': case '.cts': {
      const { createJiti } = await importModule('jiti') as typeof import('jiti')
      return runConfig(name, () => createJiti(import.meta.url, { fsCache: false }).import(file, { default: true }))
    }
    case '.js': case '.mjs': case '.cjs':
      return runConfig(name, async () => (await importModule(pathToFileURL(file).href) as { default: unknown }).default)
    default: throw new UserError(`${name} is no config file: its name must end in ${ENDINGS.map(ending => `.${ending}`).join(', ')}.`)
  }
}

async function runConfig(name: string, run: () => Promise<unknown>): Promise<unknown> {
  let value: unknown
  try {
    value = await run()
  } catch (error) {
    throw new UserError(`${name} can't be loaded: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (value === undefined) throw new UserError(`${name} has no default export. Write "export default { … }".`)
  return value
}

function readJsonc(file: string, name: string): unknown {
  const { parse, printParseErrorCode } = createRequire(import.meta.url)('jsonc-parser') as typeof import('jsonc-parser')
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  const errors: import('jsonc-parser').ParseError[] = []
  const value: unknown = parse(text, errors, { allowTrailingComma: true })
  const [first] = errors
  if (first !== undefined) {
    const before = text.slice(0, first.offset).split('\n')
    const place = `${name}:${String(before.length)}:${String((before.at(-1)?.length ?? 0) + 1)}`
    throw new UserError(`${place} is not valid JSON: ${spaced(printParseErrorCode(first.error))}.`)
  }
  return value
}

/** `CloseBraceExpected` becomes "close brace expected". */
function spaced(code: string): string {
  return code.replace(/(?<=[a-z])([A-Z])/g, ' $1').toLowerCase()
}

/** The `doc-lockdown` key of package.json; a manifest that is no JSON is npm's business. */
function manifestSection(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
  if (!text.includes(`"${tool.name}"`)) return undefined
  try {
    const manifest: unknown = JSON.parse(text)
    return typeof manifest === 'object' && manifest !== null ? (manifest as Record<string, unknown>)[tool.name] : undefined
  } catch {
    return undefined
  }
}

function digestOf(config: UserConfig): string {
  return createHash('sha1').update(JSON.stringify(config)).digest('hex')
}

function isBelow(root: string, file: string): boolean {
  const relative = path.relative(root, file)
  return !relative.startsWith('..') && !path.isAbsolute(relative)
}
