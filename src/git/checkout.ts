import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'

/** Where a checkout's git data lies. */
export interface Checkout {
  /** Absolute root of the work tree, links resolved. */
  readonly root: string
  /** Absolute git directory of this work tree (`.git`, or what a `.git` file of a worktree or submodule names). */
  readonly gitDirectory: string
  /** Absolute git directory that holds objects and refs: differs from `gitDirectory` in linked worktrees. */
  readonly commonDirectory: string
}

/** Finds the checkout that a directory lies in by reading the file system, without a git process; `undefined` outside of one. */
export function findCheckout(directory: string): Checkout | undefined {
  let at = realpathSync(directory)
  for (;;) {
    const dotGit = path.join(at, '.git')
    const gitDirectory = resolveGitDirectory(dotGit)
    if (gitDirectory !== undefined) {
      return { root: at, gitDirectory, commonDirectory: commonDirectoryOf(gitDirectory) }
    }
    const up = path.dirname(at)
    if (up === at) return undefined
    at = up
  }
}

function resolveGitDirectory(dotGit: string): string | undefined {
  const stat = statSync(dotGit, { throwIfNoEntry: false })
  if (stat === undefined) return undefined
  if (stat.isDirectory()) return existsSync(path.join(dotGit, 'HEAD')) ? dotGit : undefined
  const named = /^gitdir: (.+)$/m.exec(readFileSync(dotGit, 'utf8'))?.[1]
  return named === undefined ? undefined : path.resolve(path.dirname(dotGit), named.trim())
}

function commonDirectoryOf(gitDirectory: string): string {
  try {
    return path.resolve(gitDirectory, readFileSync(path.join(gitDirectory, 'commondir'), 'utf8').trim())
  } catch {
    return gitDirectory
  }
}

/** Whether the clone is shallow: its history ends early. */
export function isShallow(checkout: Checkout): boolean {
  return existsSync(path.join(checkout.commonDirectory, 'shallow'))
}

/** The commit id that HEAD names, read from the ref files; `undefined` before the first commit or with an unusual ref store. */
export function readHead(checkout: Checkout): string | undefined {
  const head = readText(path.join(checkout.gitDirectory, 'HEAD'))?.trim()
  if (head === undefined) return undefined
  if (/^[0-9a-f]{40,64}$/.test(head)) return head
  const ref = /^ref: (.+)$/.exec(head)?.[1]
  if (ref === undefined) return undefined
  const loose = readText(path.join(checkout.commonDirectory, ref))?.trim() ?? readText(path.join(checkout.gitDirectory, ref))?.trim()
  if (loose !== undefined && /^[0-9a-f]{40,64}$/.test(loose)) return loose
  const packed = readText(path.join(checkout.commonDirectory, 'packed-refs')) ?? ''
  for (const line of packed.split('\n')) {
    if (line.endsWith(` ${ref}`)) return line.slice(0, line.indexOf(' '))
  }
  return undefined
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** The URLs of the remotes, by name, from the repository's config file. */
export function readRemotes(checkout: Checkout): ReadonlyMap<string, string> {
  const remotes = new Map<string, string>()
  let name: string | undefined
  for (const line of (readText(path.join(checkout.commonDirectory, 'config')) ?? '').split('\n')) {
    const section = /^\s*\[(\w+)(?:\s+"([^"]*)")?\]/.exec(line)
    if (section !== null) {
      name = section[1] === 'remote' ? section[2] : undefined
      continue
    }
    const url = /^\s*url\s*=\s*(\S+)/.exec(line)?.[1]
    if (name !== undefined && url !== undefined) remotes.set(name, url)
  }
  return remotes
}
