/** A name that the last commit still declares, and the work tree or the index does not. */
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/api.ts'
import { checkoutOf, writeFiles } from '../support/checkout.ts'
import { runGit } from '../support/git-repository.ts'

const TREE = { 'README.md': '# Title\n\nCall `startPromotion()` first.\n', 'src/promotion.ts': 'export function startPromotion(): void {}\n' }

async function findings(root: string, source: 'worktree' | 'index'): Promise<readonly string[]> {
  const report = await check({ cwd: root, source })
  return report.findings.map(({ path: file, line, message, evidence }) => `${file}:${String(line)} ${message} ${evidence ?? ''}`)
}

const GONE = [expect.stringContaining('README.md:3 `startPromotion` is not in the source any more')] as const

describe('a name that is gone, and not committed yet', () => {
  test('in the work tree', async () => {
    const root = checkoutOf(TREE)
    expect(await findings(root, 'worktree')).toEqual([])
    writeFiles(root, { 'src/promotion.ts': 'export function beginPromotion(): void {}\n' })

    expect(await findings(root, 'worktree')).toEqual(GONE)
    expect(await findings(root, 'index')).toEqual([])
  })

  test('in the index, whatever lies on disk', async () => {
    const root = checkoutOf(TREE)
    writeFiles(root, { 'src/promotion.ts': 'export function beginPromotion(): void {}\n' })
    runGit(root, 'add', '--all')
    writeFiles(root, { 'src/promotion.ts': TREE['src/promotion.ts'] })

    expect(await findings(root, 'index')).toEqual(GONE)
    expect(await findings(root, 'worktree')).toEqual([])
  })

  test('a file that is deleted', async () => {
    const root = checkoutOf(TREE)
    runGit(root, 'rm', '--quiet', path.join('src', 'promotion.ts'))

    expect(await findings(root, 'worktree')).toEqual(GONE)
  })
})
