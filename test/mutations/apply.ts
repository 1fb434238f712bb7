/** Edits of a fixture on disk. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { globbySync } from 'globby'
import { expect } from 'vitest'
import type { Change } from './mutation.ts'

/**
 * Edits the fixture.
 * @param root absolute
 * @param document what is edited when the change names no file
 * @returns what takes the edit back
 */
export function apply(root: string, document: string, change: Change): () => void {
  if ('add' in change) return addFile(path.join(root, change.file), change.add)
  if ('find' in change && change.everywhere === true) return renameInCode(root, change.find, change.replace)
  const file = path.join(root, change.file ?? document)
  const before = readFileSync(file, 'utf8')
  if ('find' in change) {
    expect(before.split(change.find)).toHaveLength(2)
    writeFileSync(file, before.replace(change.find, () => change.replace))
    return () => { writeFileSync(file, before) }
  }
  const target = change.movedTo === null ? undefined : path.join(root, change.movedTo)
  rmSync(file)
  if (target !== undefined) writeFileSync(target, before)
  return () => {
    writeFileSync(file, before)
    if (target !== undefined) rmSync(target)
  }
}

/** Writes a file that is not there yet. @returns what takes it away, with the folders that it needed */
function addFile(file: string, text: string): () => void {
  expect(existsSync(file)).toBe(false)
  const made = mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return () => { rmSync(made ?? file, { recursive: true }) }
}

/** Renames in all files that are no documents. @returns what takes it back */
function renameInCode(root: string, find: string, replace: string): () => void {
  const before = globbySync('**/*', { cwd: root, absolute: true, dot: true, ignore: ['.git', '**/*.md'] })
    .map(file => [file, readFileSync(file, 'utf8')] as const)
    .filter(([, text]) => text.includes(find))
  expect(before).not.toEqual([])
  for (const [file, text] of before) writeFileSync(file, text.replaceAll(find, () => replace))
  return () => {
    for (const [file, text] of before) writeFileSync(file, text)
  }
}
