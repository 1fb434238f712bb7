/** The command as users start it: bundled once per test run, in a process of its own. */
import { spawn, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Plugin } from 'esbuild'
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

export interface Command {
  readonly cache: string
  /** The file that Node is started with; it is there from `beforeAll` on. */
  readonly entry: string
  run(options: CommandOptions, ...args: readonly string[]): CommandResult
  /** The same while this process goes on: it may be the server that the command speaks to. */
  start(options: CommandOptions, ...args: readonly string[]): Promise<CommandResult>
}

/**
 * Call once at the top of a test file: gives functions that run the command, with a cache of the file's own.
 * @param plugins for the bundle
 */
export function useCommand(plugins: readonly Plugin[] = []): Command {
  const outdir = path.join(import.meta.dirname, '../../node_modules/.cache/lockdown-test', String(process.pid))
  const cache = temporaryFolder()
  beforeAll(async () => { await bundleCommand(outdir, plugins) })
  afterAll(() => { rmSync(outdir, { recursive: true, force: true }) })
  const entry = path.join(outdir, 'cli.js')
  return {
    cache,
    entry,
    run({ cwd, env = {} }, ...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
        cwd, env: cleanEnvironment({ DOC_LOCKDOWN_CACHE: cache, ...env }), encoding: 'utf8', maxBuffer: 1e9,
      })
      return { code: status, out: stdout, err: stderr }
    },
    start: ({ cwd, env = {} }, ...args) => new Promise((resolve) => {
      const child = spawn(process.execPath, [entry, ...args], { cwd, env: cleanEnvironment({ DOC_LOCKDOWN_CACHE: cache, ...env }) })
      const [out, err]: [Buffer[], Buffer[]] = [[], []]
      child.stdout.on('data', (chunk: Buffer) => { out.push(chunk) })
      child.stderr.on('data', (chunk: Buffer) => { err.push(chunk) })
      child.on('close', (code) => { resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }) })
    }),
  }
}
