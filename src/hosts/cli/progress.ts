/** A progress line on stderr, for people who wait. */

/** Milliseconds before the first line, and between two. */
const PATIENCE = 500
const PAUSE = 80

/** A callback for `onDocument`, or `undefined` where nobody watches: no terminal, or a CI's imitation of one. */
export function trackProgress(): ((done: number, total: number) => void) | undefined {
  // `isTTY` is undefined without a terminal, whatever its type says.
  if (!process.stderr.isTTY || (process.env['CI'] ?? '') !== '' || process.env['TERM'] === 'dumb') return undefined
  let next = performance.now() + PATIENCE
  let shown = false
  return (done, total) => {
    const now = performance.now()
    if (shown && done + 1 >= total) process.stderr.write('\r\u001b[K')
    else if (now >= next) {
      process.stderr.write(`\r\u001b[Kreading documents: ${String(done)} of ${String(total)}`)
      shown = true
      next = now + PAUSE
    }
  }
}
