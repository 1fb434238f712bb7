/**
 * The outcome of a run, kept for the next one in which nothing has changed. A memo lists what its result hung on
 * (witnesses): files that were read, folders that files can come and go in, git's own files. When all of them have the
 * same times and sizes, the output is printed again and nothing else of this program is loaded.
 */
import { existsSync } from 'node:fs'
import { buildStamp, tool } from '../core/tool.ts'
import { nameFor, readCacheFile } from '../git/cache-directory.ts'
import type { Checkout } from '../git/checkout.ts'
import { existsInside } from '../git/inside.ts'
import { encodeStamps, takeStamps } from './witnesses.ts'

/** What a run came to. */
export interface Outcome {
  /** A text for each output that was asked for, in that order. */
  readonly outputs: readonly string[]
  /** What goes onto the page of a CI's run, when a format of that CI was asked for. */
  readonly stepSummary?: string
  readonly exitCode: number
}

/** The file of a memo. Plain JSON. */
export interface Memo extends Outcome {
  /** Everything that was asked for, as text. */
  readonly key: string
  readonly witnesses: readonly string[]
  readonly stamps: string
  /** Paths that were looked for on disk, and whether something was there. */
  readonly probes: readonly (readonly [path: string, found: boolean])[]
  /** What `git diff-files` says of the documents, where that is cheaper than looking at each. */
  readonly documentsDiff: string | null
}

/** A run that may be remembered. */
export interface MemoSlot {
  readonly checkout: Checkout
  readonly key: string
  readonly name: string
}

/** One repository keeps so many results: of other formats, paths and flags. */
const SLOTS = 16

/** Everything that decides on the output besides the checkout. */
export function memoSlot(checkout: Checkout, asked: Readonly<Record<string, unknown>>): MemoSlot {
  const key = JSON.stringify([tool.version, buildStamp(import.meta.url), process.version, checkout.root, asked])
  const name = nameFor(key)
  return { checkout, key, name: `result-${String(parseInt(name.slice(name.lastIndexOf('-') + 1), 36) % SLOTS)}.json` }
}

/** The remembered outcome, if it is still true. */
export async function recall({ checkout, key, name }: MemoSlot): Promise<Outcome | undefined> {
  const memo = parseMemo(readCacheFile(checkout.gitDirectory, name))
  if (memo?.key !== key) return undefined
  if (encodeStamps(takeStamps(checkout.root, memo.witnesses)) !== memo.stamps) return undefined
  for (const [path, found] of memo.probes) if (existsInside(checkout.root, path) !== found) return undefined
  if (memo.documentsDiff !== null) {
    const { documentsDiff } = await import('./documents-diff.ts')
    if (documentsDiff(checkout) !== memo.documentsDiff) return undefined
  }
  return memo
}

function parseMemo(text: string | undefined): Memo | undefined {
  if (text === undefined) return undefined
  try {
    const memo = JSON.parse(text) as Partial<Memo> | null
    const whole = memo !== null && typeof memo === 'object' && typeof memo.key === 'string' && Array.isArray(memo.outputs) &&
      typeof memo.exitCode === 'number' && typeof memo.stamps === 'string' && Array.isArray(memo.witnesses) && Array.isArray(memo.probes) &&
      memo.documentsDiff !== undefined
    return whole ? (memo as Memo) : undefined
  } catch {
    return undefined
  }
}

/** Configuration files that run: what they say can hang on anything, so their result belongs into the key. */
export function executableConfig(root: string, explicitFile: string | undefined): boolean {
  if (explicitFile !== undefined) return !/\.jsonc?$/.test(explicitFile)
  return ['js', 'mjs', 'cjs', 'ts'].some(ending => existsSync(`${root}/${tool.name}.config.${ending}`))
}
