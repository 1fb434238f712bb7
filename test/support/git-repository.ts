/** Real git repositories in temporary folders. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

const folders: string[] = []

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A new temporary folder, removed after the tests of the file. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'lockdown-test-')))
  folders.push(folder)
  return folder
}

/** The environment without git's own variables and those of a CI: tests may run inside of a hook or a workflow. */
export function cleanEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {}
  for (const [name, value] of Object.entries(process.env)) if (!name.startsWith('GIT_') && !/^(?:NO_COLOR|FORCE_COLOR|FORCE_HYPERLINK|CI|GITHUB_\w+|NODE_OPTIONS)$/.test(name)) environment[name] = value
  return {
    ...environment,
    GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.com', ...more,
  }
}

/** Runs git in a folder; its output, trimmed. */
export function runGit(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], { cwd: folder, env: cleanEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] }).toString('utf8').trim()
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
}

/** A repository with one commit of these files; without files it has no commit. */
export function createGitRepository(files: Readonly<Record<string, string>> = {}): string {
  const root = temporaryFolder()
  runGit(root, 'init', '-q', '-b', 'main')
  if (Object.keys(files).length > 0) commitFiles(root, files)
  return root
}

/** Writes, stages and commits. */
export function commitFiles(root: string, files: Readonly<Record<string, string>>, message = 'change'): void {
  writeFiles(root, files)
  runGit(root, 'add', '-A')
  runGit(root, 'commit', '-q', '--allow-empty', '-m', message)
}
