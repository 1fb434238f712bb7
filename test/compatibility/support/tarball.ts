/** Packs what users install, once for all tests. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Absolute path of the packed package. */
    tarball: string
  }
}

const ROOT = path.join(import.meta.dirname, '../../..')

export default function setup(project: TestProject): () => void {
  if (!existsSync(path.join(ROOT, 'dist/cli.js'))) throw new Error('dist/ is missing, and the package is made of it. Run: npm run build')
  const folder = mkdtempSync(path.join(tmpdir(), 'doc-lockdown-tarball-'))
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT, stdio: 'pipe' })
  const [name = ''] = readdirSync(folder)
  project.provide('tarball', path.join(folder, name))
  return () => { rmSync(folder, { recursive: true, force: true }) }
}
