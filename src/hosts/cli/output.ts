import { appendFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../../core/user-error.ts'
import type { Target } from './targets.ts'

/** Writes to stdout. Whoever stops reading (`| head`) is not an error. The process ends by itself, when all is written. */
export function print(text: string): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  process.stdout.write(text)
}

/**
 * Writes every text to its target: files first, all of them or none, then stdout.
 * @param texts one for each target
 * @throws UserError when a file can't be written
 */
export function writeTargets(targets: readonly Target[], texts: readonly string[]): void {
  const files: (readonly [file: string, text: string])[] = []
  const printed: string[] = []
  targets.forEach(({ file }, index) => {
    const text = texts[index] ?? ''
    if (file === undefined) printed.push(text)
    else files.push([file, text])
  })
  writeFiles(files, 'Name another file with --output.')
  for (const text of printed) print(text)
}

/**
 * Writes a file so that no reader ever sees half of it.
 * @param remedy a sentence for when it can't be written
 * @throws UserError when it can't be written
 */
export function writeOutput(file: string, text: string, remedy: string): void {
  writeFiles([[file, text]], remedy)
}

/**
 * Adds to the page of a workflow's run, for which GitHub names a file; without one there is no page.
 * @throws UserError when it can't be written
 */
export function appendStepSummary(text: string, file: string | undefined): void {
  if (file === undefined || file === '') return
  try {
    appendFileSync(file, text)
  } catch (error) {
    throw new UserError(`${file} can't be written (${codeOf(error)}). Unset GITHUB_STEP_SUMMARY or let it name a file that can be written.`)
  }
}

function writeFiles(files: readonly (readonly [file: string, text: string])[], remedy: string): void {
  const renames: (readonly [temporary: string, file: string])[] = []
  let current = ''
  try {
    for (const [file, text] of files) {
      current = file
      const place = placeOf(file)
      if (place === undefined) {
        writeFileSync(file, text)
        continue
      }
      const temporary = `${place}.${String(process.pid)}.tmp`
      renames.push([temporary, place])
      writeFileSync(temporary, text)
    }
    for (const [temporary, file] of renames) {
      current = file
      renameSync(temporary, file)
    }
  } catch (error) {
    for (const [temporary] of renames) rmSync(temporary, { force: true })
    throw new UserError(`${current} can't be written (${codeOf(error)}). ${remedy}`)
  }
}

/** Where a file really lies, a link followed; `undefined` for what can't be replaced by another file: a device, a pipe, a folder. */
function placeOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) return path.resolve(file)
  return found.isFile() ? realpathSync(file) : undefined
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
