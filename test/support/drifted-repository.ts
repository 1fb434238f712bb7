/** A repository that takes doc-lockdown up late: documents that were right once. */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { commitFiles, createGitRepository, runGit } from './git-repository.ts'

const RUNBOOK = '# Runbook\n\nThe server is started in `src/server.ts`, and quotas are counted in `src/quota.ts`.\n\n- Old quotas: `src/limits.ts`\n- Alarms: `src/alarms.ts`\n'
export const SOURCES = { 'src/server.ts': 'export const server = 1\n', 'src/quota.ts': 'export const quota = 2\n', 'src/limits.ts': 'export const limits = 3\n' }
/** With these files it is a package. */
export const PACKAGE = { 'package.json': '{\n  "name": "ferry",\n  "private": true\n}\n', '.gitignore': 'node_modules/\n' }

/** A repository with two mistakes in its documents: one that git can set right, and one that it can't. */
export function driftedRepository(files: Readonly<Record<string, string>>): string {
  const root = createGitRepository({ ...files, ...SOURCES, 'RUNBOOK.md': RUNBOOK, 'src/alarms.ts': 'export const alarm = 4\n', 'docs/server.md': '# Server\n\nIt begins in `src/server.ts`.\n' })
  rmSync(path.join(root, 'src/limits.ts'))
  runGit(root, 'mv', 'src/alarms.ts', 'src/alarm.ts')
  commitFiles(root, {})
  return root
}
