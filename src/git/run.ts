/** The only place that starts git. */
import { spawnSync } from 'node:child_process'
import { closeSync, fstatSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findCheckout } from './checkout.ts'

/** git could not answer; the message is what git said. */
export class GitError extends Error {
  override readonly name: string = 'GitError'
  /** What git had written before it gave up. */
  readonly output: Buffer
  /** Its exit code; `undefined` when it did not run or was killed. */
  readonly status: number | undefined

  constructor(message: string, output: Buffer = Buffer.alloc(0), status?: number) {
    super(message)
    this.output = output
    this.status = status
  }
}

/** There is no git program. */
export class GitMissingError extends GitError {
  override readonly name = 'GitMissingError'
}

/** Variables by which a hook's git points at its own repository: they must not decide which repository we look at. */
const POINTERS = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_PREFIX', 'GIT_NAMESPACE', 'GIT_INDEX_FILE', 'GIT_CEILING_DIRECTORIES', 'GIT_LITERAL_PATHSPECS', 'GIT_GLOB_PATHSPECS', 'GIT_ICASE_PATHSPECS'] as const

const environments = new Map<string, NodeJS.ProcessEnv>()

/**
 * The environment for git in a folder. Nothing is fetched: neither a blob that a partial clone left behind nor a
 * password. `GIT_INDEX_FILE` (a partial commit's temporary index) counts only when it lies in this repository.
 */
function environmentFor(directory: string): NodeJS.ProcessEnv {
  const known = environments.get(directory)
  if (known !== undefined) return known
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none', LC_ALL: 'C',
  }
  for (const name of POINTERS) Reflect.deleteProperty(environment, name)
  const index = indexFileFor(directory)
  if (index !== undefined) environment['GIT_INDEX_FILE'] = index
  environments.set(directory, environment)
  return environment
}

/** The temporary index that a commit of single paths or `commit -a` announces to its hooks, if it is this repository's. */
export function indexFileFor(directory: string): string | undefined {
  const named = process.env['GIT_INDEX_FILE']
  if (named === undefined || named === '') return undefined
  const checkout = findCheckout(directory)
  if (checkout === undefined) return undefined
  const file = path.resolve(checkout.root, named)
  return [checkout.gitDirectory, checkout.commonDirectory].some(folder => file.startsWith(folder + path.sep)) ? file : undefined
}

/**
 * Runs git and gives its output. The output goes through a temporary file: a synchronous reader does not drain a pipe,
 * and git then stalls after 64 KiB (measured: 0.3 s of 1.3 s on rails).
 * @param input what git reads from its standard input
 * @throws GitError when git exits with another code than 0, GitMissingError when there is no git
 */
export function git(directory: string, args: readonly string[], input?: string | Buffer): Buffer {
  const file = path.join(tmpdir(), `doc-lockdown-${String(process.pid)}-${Math.random().toString(36).slice(2)}`)
  const output = openSync(file, 'wx+', 0o600)
  const unlinked = process.platform !== 'win32'
  // Nobody else needs its name, and so it can't be left behind.
  if (unlinked) rmSync(file, { force: true })
  try {
    const result = spawnSync('git', ['-c', 'core.quotepath=false', ...args], {
      cwd: directory,
      env: environmentFor(directory),
      stdio: [input === undefined ? 'ignore' : 'pipe', output, 'pipe'],
      ...(input === undefined ? {} : { input }),
      windowsHide: true,
    })
    const { error } = result
    if (error !== undefined && 'code' in error && error.code === 'ENOENT') throw new GitMissingError('there is no git program on the PATH')
    // git may end before it has read all of its input; its exit code says whether that is a failure.
    if (error !== undefined && !('code' in error && error.code === 'EPIPE')) throw new GitError(`git can't be run: ${error.message}`)
    if (result.status !== 0) {
      const said = result.stderr.toString('utf8').trim().split('\n')[0] ?? ''
      throw new GitError(said === '' ? `git ${args[0] ?? ''} ended with ${String(result.status)}` : said, readAll(output), result.status ?? undefined)
    }
    return readAll(output)
  } finally {
    closeSync(output)
    if (!unlinked) rmSync(file, { force: true })
  }
}

/** A file's content from its start, whatever the position that git left behind. */
function readAll(file: number): Buffer {
  const bytes = Buffer.allocUnsafe(fstatSync(file).size)
  let at = 0
  while (at < bytes.length) {
    const read = readSync(file, bytes, at, bytes.length - at, at)
    if (read === 0) break
    at += read
  }
  return bytes.subarray(0, at)
}
