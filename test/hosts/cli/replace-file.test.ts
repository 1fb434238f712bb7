/** Writing over a file: whole or not at all. */
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { replaceFile } from '../../../src/hosts/cli/replace-file.ts'
import { temporaryFolder } from '../../support/git-repository.ts'

const [BEFORE, AFTER] = [Buffer.from('before\n'), Buffer.from('after\n')]

function folderWith(content: Buffer): string {
  const root = temporaryFolder()
  writeFileSync(path.join(root, 'a.md'), content)
  return root
}

test('replaces what was judged', () => {
  const root = folderWith(BEFORE)

  expect(replaceFile(root, 'a.md', BEFORE, AFTER)).toEqual({ status: 'written', message: '' })
  expect(readFileSync(path.join(root, 'a.md'))).toEqual(AFTER)
  expect(readdirSync(root)).toEqual(['a.md'])
})

test('a file that changed meanwhile stays as it is', () => {
  const root = folderWith(Buffer.from('newer\n'))

  expect(replaceFile(root, 'a.md', BEFORE, AFTER)).toEqual({ status: 'refused', message: 'a.md was not fixed: it has changed since it was judged.' })
  expect(readFileSync(path.join(root, 'a.md'), 'utf8')).toBe('newer\n')
})

test('a file that is gone is not made again', () => {
  const root = folderWith(BEFORE)

  expect(replaceFile(root, 'b.md', BEFORE, AFTER)).toEqual({ status: 'refused', message: 'b.md was not fixed: it is not on disk.' })
  expect(readdirSync(root)).toEqual(['a.md'])
})

test('a read-only file stays as it is', () => {
  const root = folderWith(BEFORE)
  chmodSync(path.join(root, 'a.md'), 0o444)

  expect(replaceFile(root, 'a.md', BEFORE, AFTER).status).toBe('failed')
  expect(readFileSync(path.join(root, 'a.md'))).toEqual(BEFORE)
})

test('a link inside of the root stays a link', () => {
  const root = folderWith(BEFORE)
  symlinkSync('a.md', path.join(root, 'link.md'))

  expect(replaceFile(root, 'link.md', BEFORE, AFTER).status).toBe('written')
  expect(lstatSync(path.join(root, 'link.md')).isSymbolicLink()).toBe(true)
  expect(readFileSync(path.join(root, 'a.md'))).toEqual(AFTER)
})

test('nothing is written through a link that leads out of the root', () => {
  const outside = folderWith(BEFORE)
  const root = temporaryFolder()
  symlinkSync(path.join(outside, 'a.md'), path.join(root, 'a.md'))
  symlinkSync(outside, path.join(root, 'docs'))

  for (const file of ['a.md', 'docs/a.md']) {
    expect(replaceFile(root, file, BEFORE, AFTER)).toEqual({ status: 'refused', message: `${file} was not fixed: it lies behind a link that leads out of the checkout.` })
  }
  expect(readFileSync(path.join(outside, 'a.md'))).toEqual(BEFORE)
})

test('a temporary file of somebody else is not touched', () => {
  const root = folderWith(BEFORE)
  const other = path.join(root, `.doc-lockdown-${String(process.pid)}.tmp`)
  mkdirSync(other)

  expect(replaceFile(root, 'a.md', BEFORE, AFTER)).toEqual({
    status: 'failed', message: 'a.md can\'t be fixed (EEXIST). Make the file and its folder writable and run again with --fix.',
  })
  expect(readdirSync(root).sort()).toEqual([path.basename(other), 'a.md'])
})
