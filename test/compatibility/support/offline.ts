/** What to do where nothing can be installed: say so, and fail where the matrix is required. */
import type { TestContext } from 'vitest'
import type { Ended } from './start.ts'

/** `COMPATIBILITY=required`, as in `.ci/run`: a cell of the matrix that was not run is a failure. */
const REQUIRED = process.env['COMPATIBILITY'] === 'required'
/** How npm, pnpm and yarn say that there is no network. */
const NO_NETWORK = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b|trouble with your network|ERR_PNPM_META_FETCH_FAIL/

/** What was installed, or why it could not be. */
export type Installed<T> = { readonly value: T } | { readonly notRun: string }

/** Names what is not run because of this failed installation; every other failure is one. */
export function notInstalled(what: string, { code, out, err }: Ended): { readonly notRun: string } {
  if (REQUIRED || !NO_NETWORK.test(out + err)) throw new Error(`${what} can't be installed (exit ${String(code)}):\n${out}\n${err}`)
  const notRun = `not run: ${what} can't be installed without a network`
  process.stderr.write(`${notRun}\n`)
  return { notRun }
}

/** What was installed; skips the test where it was not. */
export function valueOf<T>(installed: Installed<T> | undefined, context: TestContext): T {
  if (installed === undefined) throw new Error('nothing is installed before the tests of a file begin')
  return 'value' in installed ? installed.value : context.skip(installed.notRun)
}
