/** The API as a user's configuration imports it: `doc-lockdown/api`, bundled once per test file. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { bundle } from '../../bundle.config.ts'

/** Call once at the top of a test file: gives a function that puts the package into a repository's `node_modules`. */
export function useOwnPackage(): (root: string) => void {
  // Here, because what is not bundled is found from where a file really lies.
  const folder = path.join(import.meta.dirname, '../../node_modules/.cache/lockdown-package', String(process.pid))
  beforeAll(async () => {
    await bundle({ api: 'src/api.ts', index: 'src/hosts/eslint/index.ts' }, folder)
    writeFileSync(path.join(folder, 'package.json'), '{ "name": "doc-lockdown", "type": "module", "exports": { ".": "./index.js", "./api": "./api.js" } }\n')
  })
  afterAll(() => { rmSync(folder, { recursive: true, force: true }) })
  return (root) => {
    mkdirSync(path.join(root, 'node_modules'), { recursive: true })
    symlinkSync(folder, path.join(root, 'node_modules/doc-lockdown'))
    writeFileSync(path.join(root, '.gitignore'), 'node_modules\n')
  }
}
