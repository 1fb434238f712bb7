/** The command as users start it: bundled once per test run, in a process of its own. */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { bundleCommand } from '../../bundle.config.ts'
import { cleanEnvironment, temporaryFolder } from './git-repository.ts'

export interface CommandResult {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface CommandOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

/** Call once at the top of a test file: gives a function that runs the command, with a cache of the file's own. */
export function useCommand(): { readonly cache: string; run(options: CommandOptions, ...args: readonly string[]): CommandResult } {
  const outdir = path.join(import.meta.dirname, '../../node_modules/.cache/lockdown-test', String(process.pid))
  const cache = temporaryFolder()
  beforeAll(async () => { await bundleCommand(outdir) })
  afterAll(() => { rmSync(outdir, { recursive: true, force: true }) })
  return {
    cache,
    run({ cwd, env = {} }, ...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(outdir, 'cli.js'), ...args], {
        cwd, env: cleanEnvironment({ DOC_LOCKDOWN_CACHE: cache, ...env }), encoding: 'utf8', maxBuffer: 1e9,
      })
      return { code: status, out: stdout, err: stderr }
    },
  }
}
