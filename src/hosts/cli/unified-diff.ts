/** What would be written, as `git apply` reads it. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'

/** A file before and after. */
export interface ChangedFile {
  readonly path: string
  /** `undefined` for a new file. */
  readonly before: Buffer | undefined
  readonly after: Buffer
  /** Whether a new file may be run. */
  readonly executable?: boolean
}

/** A unified diff of files, paths from the root; '' for none. */
export function unifiedDiff(files: readonly ChangedFile[]): string {
  return files.map(({ path, before, after, executable = false }) => {
    const head = before === undefined ? `diff --git a/${path} b/${path}\nnew file mode ${executable ? '100755' : '100644'}\n` : ''
    const old = before === undefined ? '/dev/null' : `a/${path}`
    return head + createTwoFilesPatch(
      old, `b/${path}`, before?.toString('utf8') ?? '', after.toString('utf8'), undefined, undefined, { headerOptions: FILE_HEADERS_ONLY },
    )
  }).join('')
}
