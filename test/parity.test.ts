/** One rule, three hosts: every fixture gives the same findings on the command line, in ESLint and in remark. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ESLint, type Linter } from 'eslint'
import { remark } from 'remark'
import { beforeEach, describe, expect, test } from 'vitest'
import { check } from '../src/api.ts'
import { loadConfig } from '../src/config/load.ts'
import type { Finding } from '../src/core/finding.ts'
import { messageWithReceipt } from '../src/core/rule.ts'
import eslintPlugin from '../src/hosts/eslint/index.ts'
import { forgetRepositories } from '../src/hosts/living-repository.ts'
import remarkPlugin from '../src/hosts/remark/index.ts'
import { openSession } from '../src/hosts/session.ts'
import { buildCase, fixtureCases, placeText } from './support/fixture-cases.ts'

beforeEach(forgetRepositories)

describe.each(fixtureCases())('$rule: $name', (fixture) => {
  test('has the same findings in all hosts', async () => {
    const root = buildCase(fixture)
    const documents = await documentsOf(root)
    const report = await check({ cwd: root })
    // What stands in no document (an entry of the lock file) no editor can show.
    const findings = report.findings.filter(finding => documents.includes(finding.path))

    expect(await eslintFindings(root, documents)).toEqual(findings.filter(isSeenByEslint).map(eslintText).sort())
    expect(await remarkFindings(root, documents)).toEqual(findings.map(text).sort())
  })
})

const UNUSED = 'unused suppression'

/** ESLint's own parser knows no MDX comments, so it can't say which of them are not needed. */
function isSeenByEslint(finding: Finding): boolean {
  return finding.messageId !== 'unused' || !finding.path.endsWith('.mdx')
}

/** That a suppression is not needed, ESLint says in its own words. */
function eslintText(finding: Finding): string {
  return finding.messageId === 'unused' ? `${finding.path}:${String(finding.line)}:${String(finding.column)} ${UNUSED}` : text(finding)
}

function text(finding: Finding): string {
  return `${placeText(finding)} ${finding.severity} ${finding.rule} ${messageWithReceipt(finding.message, finding.evidence)}`
}

async function documentsOf(root: string): Promise<readonly string[]> {
  const { repository } = await openSession({ directory: root })
  return [...repository.source.files.keys()].filter(file => /\.(?:md|markdown|mdx)$/.test(file))
}

async function eslintFindings(root: string, documents: readonly string[]): Promise<string[]> {
  const { config } = await loadConfig(root)
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, warnIgnored: false, overrideConfig: eslintPlugin.configure({ ...config, cwd: root }) })
  const results = await eslint.lintFiles([...documents])
  return results.flatMap(({ filePath, messages }) => messages.filter(isOurs).map(message => lintText(path.relative(root, filePath), message))).sort()
}

/** ESLint also calls suppressions unneeded that name rules of others, and has its own word for rules that do not exist. */
function isOurs({ message }: Linter.LintMessage): boolean {
  if (message.startsWith('Definition for rule ')) return false
  const named = [...(/no problems were reported from (.*)\)/.exec(message)?.[1] ?? '').matchAll(/'([^']*)'/g)].map(match => match[1] ?? '')
  return named.length === 0 || named.some(rule => Object.hasOwn(eslintPlugin.rules ?? {}, rule.replace('doc-lockdown/', '')))
}

function lintText(file: string, message: Linter.LintMessage): string {
  const { line, column, endLine = 0, endColumn = 0 } = message
  if (message.ruleId === null && message.message.startsWith('Unused eslint-disable')) return `${file}:${String(line)}:${String(column)} ${UNUSED}`
  const rule = message.ruleId?.replace('doc-lockdown/', '') ?? 'no rule'
  return `${placeText({ path: file, line, column, endLine, endColumn })} ${message.severity === 2 ? 'error' : 'warn'} ${rule} ${message.message}`
}

async function remarkFindings(root: string, documents: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const document of documents) {
    const value = readFileSync(path.join(root, document))
    const { messages } = await remark().use(remarkPlugin).process({ path: document, cwd: root, value })
    for (const message of messages) {
      expect(message.source).toBe('doc-lockdown')
      const { place } = message
      if (place === undefined || !('start' in place)) throw new Error(`no place: ${message.message}`)
      const where = { path: document, line: place.start.line, column: place.start.column, endLine: place.end.line, endColumn: place.end.column }
      found.push(`${placeText(where)} ${message.fatal === true ? 'error' : 'warn'} ${String(message.ruleId)} ${message.reason}`)
    }
  }
  return found.sort()
}
