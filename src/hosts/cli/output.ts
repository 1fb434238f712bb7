import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../../core/user-error.ts'

/** Writes to stdout. Whoever stops reading (`| head`) is not an error. The process ends by itself, when all is written. */
export function print(text: string): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  process.stdout.write(text)
}

/**
 * Writes a file so that no reader ever sees half of it.
 * @param remedy a sentence for when it can't be written
 * @throws UserError when it can't be written
 */
export function writeOutput(file: string, text: string, remedy = 'Name another file with --output.'): void {
  const absolute = path.resolve(file)
  const temporary = `${absolute}.${String(process.pid)}.tmp`
  try {
    writeFileSync(temporary, text)
    renameSync(temporary, absolute)
  } catch (error) {
    rmSync(temporary, { force: true })
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new UserError(`${file} can't be written (${why}). ${remedy}`)
  }
}
