/** Every case under fixtures: what is marked is found, everything else stays silent, and it reads as in expected.txt. */
import { describe, expect, test } from 'vitest'
import { check } from '../src/api.ts'
import { languageOf } from '../src/core/source-file.ts'
import { isDocument } from '../src/documents/select.ts'
import { openSession } from '../src/hosts/session.ts'
import { buildCase, expectationsOf, fixtureCases, renderFinding } from './support/fixture-cases.ts'

describe.each(fixtureCases())('$rule: $name', (fixture) => {
  test('finds what is marked, and nothing else', async () => {
    const root = buildCase(fixture)
    const report = await check({ cwd: root })
    const expected = expectationsOf(fixture, root, await filesOf(root))

    expect(lines(report.findings)).toEqual(lines(expected))
    for (const { path, line, rule, evidence } of expected) {
      const receipts = report.findings.filter(finding => finding.path === path && finding.line === line && finding.rule === rule).map(finding => finding.evidence ?? '')
      expect(receipts.join('\n')).toContain(evidence)
    }
    await expect(report.findings.map(renderFinding).join('\n')).toMatchFileSnapshot(fixture.snapshot)
  })
})

/** Rules by line, each once: two findings of a rule on one line are one mark. */
function lines(found: readonly { readonly path: string, readonly line: number, readonly rule: string }[]): string[] {
  return [...new Set(found.map(({ path, line, rule }) => `${path}:${String(line)} ${rule}`))].sort()
}

/** Every file that may carry a mark: documents and code. */
async function filesOf(root: string): Promise<readonly string[]> {
  const { repository } = await openSession({ directory: root })
  return [...repository.source.files.keys()].filter(path => isDocument(path, repository.source.files.get(path)) || languageOf(path) !== undefined)
}
