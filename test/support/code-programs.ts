/**
 * The programs under test/programs/<rule>: each a text of one or several files, `// file: scripts/sync.ts` before each of them
 * (`# file:` and `<!-- file: … -->` do as well); the first file is the one without such a line, `scripts/program.<ending>`. A line that
 * must be found ends with `// expect: rule` (`# expect: rule`). In JSON, which has no comments, the entry before says so:
 * `"//": "expect-next-line: rule"`. A first line `// settings: {"…": …}` sets what rules share, `// options: {…}` the rule's own.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globbySync } from 'globby'
import { checkCode, type CodeRuleSetting } from '../../src/core/check-code.ts'
import type { CodeRule } from '../../src/core/code-rule.ts'
import type { Finding } from '../../src/core/finding.ts'
import { productionScriptsFact } from '../../src/facts/code/production-scripts.ts'
import { memoryRepository } from './memory-repository.ts'

export const PROGRAMS = path.resolve(import.meta.dirname, '../programs')

export interface Program {
  readonly rule: string
  /** `silent/map-delete.ts`: the folder says what is expected at a glance, the name what it guards. */
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  readonly settings: Readonly<Record<string, unknown>>
  readonly options: object
  /** `path:line` of every marked line. */
  readonly expected: readonly string[]
}

const FILE = /^(?:\/\/|#|--|<!--)\s*file:\s*(\S+)(?:\s*-->)?\s*$/
const JSON_LINE = /^(?:\/\/|#)\s*(settings|options):\s*(\{.*\})\s*$/
const MARK = /(?:\/\/|#|--|<!--)\s*expect:\s*([\w-]+(?:\s*,\s*[\w-]+)*)\s*(?:-->)?\s*$/
const NEXT = /"expect-next-line:\s*([\w-]+)"/

/** Every program, by name. */
export function programs(): readonly Program[] {
  return globbySync('*/**/*', { cwd: PROGRAMS }).sort().map((file) => {
    const [rule = '', ...name] = file.split('/')
    return { rule, name: name.join('/'), ...readProgram(readFileSync(path.join(PROGRAMS, file), 'utf8'), path.extname(file), rule) }
  })
}

function readProgram(text: string, ending: string, rule: string): Omit<Program, 'rule' | 'name'> {
  const files: Record<string, string[]> = {}
  const given: Record<string, Record<string, unknown>> = { settings: {}, options: {} }
  const expected: string[] = []
  let at = `scripts/program${ending}`
  for (const line of text.split('\n')) {
    const json = JSON_LINE.exec(line)
    const next = FILE.exec(line)?.[1]
    if (json !== null) {
      given[json[1] ?? ''] = JSON.parse(json[2] ?? '{}') as Record<string, unknown>
    } else if (next !== undefined) {
      at = next
      files[at] = []
    } else {
      const lines = files[at] ??= []
      if (NEXT.exec(lines.at(-1) ?? '')?.[1] === rule) expected.push(`${at}:${String(lines.length + 1)}`)
      lines.push(line)
      if (MARK.exec(line)?.[1]?.split(/\s*,\s*/).includes(rule) === true) expected.push(`${at}:${String(lines.length)}`)
    }
  }
  const complete = Object.entries(files).filter(([, lines]) => lines.some(line => line.trim() !== '')).map(([name, lines]) => [name, lines.join('\n')] as const)
  return { files: Object.fromEntries(complete), settings: given['settings'] ?? {}, options: given['options'] ?? {}, expected: expected.sort() }
}

/** What a rule finds in a program, as `check` would. */
export function judgeProgram(rule: CodeRule, program: Program): readonly Finding[] {
  const repository = memoryRepository(program.files, program.settings)
  const setting: CodeRuleSetting = { rule, severity: 'error', options: { ...rule.meta.defaultOptions, ...program.options }, chosen: true }
  return checkCode(repository, Object.keys(program.files), [setting], {
    minConfidence: 'low', knownRules: [rule.id], suppressionSeverity: 'off', isPromised: path => repository.get(productionScriptsFact).isPromised(path),
  }).findings
}
