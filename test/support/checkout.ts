/** Real git repositories in temporary folders, the same commit ids on every machine. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

const made: string[] = []

// What the engine remembers between runs goes where the repositories go.
process.env['DOC_LOCKDOWN_CACHE'] = temporaryFolder('cache')

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A folder that is removed after the tests of the file. Links in its path are resolved. */
export function temporaryFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `doc-lockdown-${name}-`)))
  made.push(folder)
  return folder
}

/** An empty repository. */
export function initCheckout(name = 'checkout'): string {
  const root = temporaryFolder(name)
  runGit(root, ['init', '--quiet', '--object-format=sha1', '--initial-branch=main'])
  return root
}

/** Writes files; folders are made. */
export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
}

/** Commits everything there is; commits are a day apart, from 2 January 2024 on. */
export function commitAll(root: string, day: number, message = `day ${String(day)}`): void {
  const date = `2024-01-${String(day + 1).padStart(2, '0')}T12:00:00Z`
  runGit(root, ['add', '--all'])
  runGit(root, ['commit', '--quiet', '--allow-empty', '--message', message], { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date })
}

/** A repository with one commit for each tree; a tree is all that exists then. */
export function checkoutOf(...trees: readonly Readonly<Record<string, string>>[]): string {
  const root = initCheckout()
  trees.forEach((tree, index) => {
    emptyWorktree(root)
    writeFiles(root, tree)
    commitAll(root, index + 1)
  })
  return root
}

/** The full id of the commit that is checked out. */
export function headOf(root: string): string {
  return runGit(root, ['rev-parse', 'HEAD'])
}

/** Takes the last commit off its branch; git still holds it. */
export function dropCommit(root: string): void {
  runGit(root, ['reset', '--quiet', '--soft', 'HEAD~1'])
}

/** Makes or moves a tag. */
export function tagCommit(root: string, name: string, commit: string, annotated = false): void {
  const date = '2024-02-01T12:00:00Z'
  runGit(root, ['tag', '--force', ...(annotated ? ['--annotate', '--message', name] : []), name, commit], { GIT_COMMITTER_DATE: date })
}

/** Removes everything but `.git`. */
export function emptyWorktree(root: string): void {
  for (const entry of readdirSync(root)) if (entry !== '.git') rmSync(path.join(root, entry), { recursive: true })
}

function runGit(root: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): string {
  const person = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.com' }
  return execFileSync('git', [...args], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...person, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...environment },
  }).toString('utf8').trim()
}
