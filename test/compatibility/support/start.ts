/** Programs as their users start them. */
import { spawnSync } from 'node:child_process'
import { cleanEnvironment } from '../../support/git-repository.ts'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs a program to its end. */
export function start(cwd: string, program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env: cleanEnvironment(env), encoding: 'utf8', maxBuffer: 1e8 })
  if (error !== undefined) throw error
  return { code: status, out: stdout, err: stderr }
}
