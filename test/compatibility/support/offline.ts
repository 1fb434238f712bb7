/** What to do where nothing can be installed: say so, and fail where the matrix is required. */
import type { TestContext } from 'vitest'
import type { Ended } from './start.ts'

/** `COMPATIBILITY=required`, as in `.ci/run`: a cell of the matrix that was not run is a failure. */
const REQUIRED = process.env['COMPATIBILITY'] === 'required'
/** How npm, pnpm and yarn say that there is no network. */
const NO_NETWORK = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b|trouble with your network|ERR_PNPM_META_FETCH_FAIL/

/** What was installed, or why it was not: `notRun` where that is nobody's fault, `failed` where it is. */
export type Installed<T> = { readonly value: T } | NotInstalled

export interface NotInstalled {
  readonly notRun?: string
  readonly failed?: string
}

/** Names what can't be run because of this installation. */
export function notInstalled(what: string, { code, out, err }: Ended): NotInstalled {
  if (REQUIRED || !NO_NETWORK.test(out + err)) return { failed: `${what} can't be installed (exit ${String(code)}):\n${out}\n${err}` }
  const notRun = `not run: ${what} can't be installed without a network`
  process.stderr.write(`${notRun}\n`)
  return { notRun }
}

/** What was installed. Where it was not, the test is skipped or fails: each of them, so that they are counted. */
export function valueOf<T>(installed: Installed<T> | undefined, context: TestContext): T {
  if (installed === undefined) throw new Error('nothing is installed before the tests of a file begin')
  if ('value' in installed) return installed.value
  if (installed.notRun === undefined) throw new Error(installed.failed)
  return context.skip(installed.notRun)
}
