import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { useCommand } from '../support/command.ts'
import { createGitRepository } from '../support/git-repository.ts'

const { cache, run: start } = useCommand()

/** In a hook, where no result is remembered. */
const run: typeof start = (options, ...words) => start({ ...options, env: { GIT_INDEX_FILE: '.git/index' } }, ...words)

describe('compiled code', () => {
  it('is kept, is not used when it is damaged or of another file, and changes nothing', () => {
    const cwd = createGitRepository({ 'README.md': '[x](gone.md)\n' })
    const files = (): string[] => readdirSync(cache).filter(name => name.startsWith('code-')).map(name => path.join(cache, name))
    const first = run({ cwd })
    expect(first.code).toBe(1)
    expect(files()).toHaveLength(1)
    const [file = ''] = files()
    const kept = readFileSync(file)
    expect(run({ cwd })).toEqual(first)
    expect(readFileSync(file)).toEqual(kept)
    const flipped = Buffer.from(kept)
    flipped.writeUInt32LE(~kept.readUInt32LE(kept.length >> 1 & ~3) >>> 0, kept.length >> 1 & ~3)
    const older = Buffer.from(kept)
    older.writeDoubleLE(1, 0)
    for (const damaged of [Buffer.alloc(0), kept.subarray(0, 100), kept.subarray(0, kept.length - 4), flipped, older]) {
      writeFileSync(file, damaged)
      expect(run({ cwd })).toEqual(first)
      expect(readFileSync(file)).not.toEqual(damaged)
    }
  })

  it('is not kept with --no-cache', () => {
    const cwd = createGitRepository({ 'README.md': '[x](gone.md)\n' })
    const before = readdirSync(cache)
    expect(run({ cwd }, '--no-cache').code).toBe(1)
    expect(readdirSync(cache)).toEqual(before)
  })

  it('is no reason to fail or to wait where its folder can\'t be made', () => {
    const cwd = createGitRepository({ 'README.md': '[x](gone.md)\n', 'plain': '' })
    const expected = run({ cwd })
    for (const folder of [path.join(cwd, 'plain/cache'), '/proc/cache/inside']) {
      expect(start({ cwd, env: { DOC_LOCKDOWN_CACHE: folder } })).toEqual(expected)
    }
  })
})
