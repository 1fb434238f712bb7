import { describe, expect, test } from 'vitest'
import { check, defineConfig, UserError } from '../src/api.ts'
import { checkoutOf, temporaryFolder, writeFiles } from './support/checkout.ts'

const OLD = 'export const old = 1\n'

function checkout(): string {
  return checkoutOf({ 'src/old.ts': OLD, 'README.md': 'See `src/old.ts`.\n' }, { 'src/new.ts': OLD, 'README.md': 'See `src/old.ts`.\n', 'docs/a.md': 'See `src/new.ts`.\n' })
}

describe('check', () => {
  test('gives a report', async () => {
    const report = await check({ cwd: checkout() })

    expect(report.summary).toMatchObject({ documents: 2, references: 2, holds: 1, broken: 1, unknown: 0 })
    expect(report.findings).toMatchObject([{ rule: 'no-missing-paths', path: 'README.md', line: 1, column: 6, subject: 'src/old.ts' }])
    expect(report.references).toEqual([])
  })

  test('some documents only', async () => {
    const report = await check({ cwd: checkout(), paths: ['docs'], references: true })

    expect(report.references.map(({ path, subject, verdict }) => [path, subject, verdict.status])).toEqual([['docs/a.md', 'src/new.ts', 'holds']])
  })

  test('the index and a commit', async () => {
    const root = checkout()
    writeFiles(root, { 'src/old.ts': OLD })

    const broken = async (source: Parameters<typeof check>[0]): Promise<number> => (await check({ cwd: root, ...source })).summary.broken

    expect([await broken({}), await broken({ source: 'index' }), await broken({ source: { commit: 'HEAD' } }), await broken({ source: { commit: 'HEAD~1' } })]).toEqual([0, 1, 1, 0])
  })

  test('a configuration', async () => {
    const config = defineConfig({ rules: { 'no-missing-paths': 'off' } })

    expect((await check({ cwd: checkout(), config })).findings).toEqual([])
  })

  test('strictly', async () => {
    const root = checkoutOf({ 'README.md': 'See `ops/unheard-of/step.sh`.\n' })

    expect((await check({ cwd: root })).findings).toEqual([])
    expect((await check({ cwd: root, strict: true })).findings).toMatchObject([{ messageId: 'unverified' }])
  })

  test('a folder outside of git', async () => {
    const root = temporaryFolder('plain')
    writeFiles(root, {
      'README.md': 'See `docs/Setup.md` and `src/gone.ts`.\n', 'docs/setup.md': '# Setup\n',
      '.gitignore': '*.tmp.md\n/out/\n', 'a.tmp.md': 'See `docs/Setup.md`.\n', 'out/b.md': 'x\n', 'node_modules/c/README.md': 'x\n',
      'sub/.gitignore': '!keep.tmp.md\n', 'sub/keep.tmp.md': 'Kept.\n',
    })

    const report = await check({ cwd: root })

    expect(report.summary.documents).toBe(3)
    expect(report.findings).toMatchObject([{ path: 'README.md', messageId: 'wrongCase' }])
  })

  test('mistakes of the caller are UserErrors', async () => {
    await expect(check({ cwd: checkout(), paths: ['nothing/here.md'] })).rejects.toThrow(UserError)
    await expect(check({ cwd: checkout(), config: { rulez: {} } as object })).rejects.toThrow('the given configuration: unknown key "rulez"; did you mean "rules"?')
    await expect(check({ cwd: checkout(), source: { commit: 'nowhere' } })).rejects.toThrow(UserError)
  })
})
