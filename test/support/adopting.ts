/** Repositories that `init` is tried on. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runGit } from './git-repository.ts'

export const DOCUMENTS = { 'README.md': '# A\n\nThe entry is `src/main.ts`.\n', 'src/main.ts': 'export const main = 1\n', '.gitignore': 'node_modules/\n' }
export const NPM = { 'package.json': '{\n  "name": "a",\n  "devDependencies": {}\n}\n', 'package-lock.json': '{}\n' }
export const CHECK = 'node_modules/.bin/doc-lockdown check --staged'

export function read(root: string, file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}

/** Everything that is there and what it says, `.git/hooks` included. */
export function snapshot(root: string): string {
  const hook = path.join(root, '.git/hooks/pre-commit')
  const files = runGit(root, 'ls-files', '-co', '--exclude-standard').split('\n')
  return [...files.map(file => `${file}\n${read(root, file)}`), existsSync(hook) ? readFileSync(hook, 'utf8') : ''].join('\n')
}

/** Puts a binary where package managers put it. @param entry the program that it starts */
export function install(root: string, entry: string): void {
  const binary = path.join(root, 'node_modules/.bin/doc-lockdown')
  mkdirSync(path.dirname(binary), { recursive: true })
  writeFileSync(binary, `#!/bin/sh\nexec "${process.execPath}" "${entry}" "$@"\n`, { mode: 0o755 })
}
