/** What fixes would change, as `git apply` reads it. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import type { FixedFile } from '../fix-passes.ts'

/** A unified diff of files, paths from the root; '' for none. */
export function unifiedDiff(files: readonly FixedFile[]): string {
  return files.map(({ path, before, after }) => createTwoFilesPatch(
    `a/${path}`, `b/${path}`, before.toString('utf8'), after.toString('utf8'), undefined, undefined, { headerOptions: FILE_HEADERS_ONLY },
  )).join('')
}
