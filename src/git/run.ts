/** The only place that starts git. */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** git could not answer; the message is what git said. */
export class GitError extends Error {
  override readonly name = 'GitError'
}

const ENVIRONMENT = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' }

/**
 * Runs git and gives its output. The output goes through a temporary file: a synchronous reader does not drain a pipe,
 * and git then stalls after 64 KiB (measured: 0.3 s of 1.3 s on rails).
 * @throws GitError when git is missing or exits with another code than 0
 */
export function git(directory: string, args: readonly string[], input?: string): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'doc-lockdown-'))
  const file = path.join(folder, 'out')
  const output = openSync(file, 'w')
  try {
    const result = spawnSync('git', ['-c', 'core.quotepath=false', ...args], {
      cwd: directory,
      env: ENVIRONMENT,
      stdio: [input === undefined ? 'ignore' : 'pipe', output, 'pipe'],
      ...(input === undefined ? {} : { input }),
      windowsHide: true,
    })
    if (result.error !== undefined) throw new GitError(`git can't be run: ${result.error.message}`)
    if (result.status !== 0) throw new GitError(result.stderr.toString('utf8').trim().split('\n')[0] ?? `git exited with ${String(result.status)}`)
    return readFileSync(file)
  } finally {
    closeSync(output)
    rmSync(folder, { recursive: true, force: true })
  }
}
