/** The journey of bench/adoption, in small repositories with drift: CI proves each of its steps. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { travel, type Journey } from '../../bench/adoption/journey.ts'
import type { Tool } from '../../bench/adoption/tool.ts'
import { transcript } from '../../bench/adoption/transcript.ts'
import { useCommand } from '../support/command.ts'
import { driftedRepository, PACKAGE, SOURCES } from '../support/drifted-repository.ts'
import { createGitRepository, runGit, temporaryFolder } from '../support/git-repository.ts'

const command = useCommand()

/** A program of the name, which starts the bundled command. */
function writeProgram(folder: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'doc-lockdown'), `#!/bin/sh\nexec "${process.execPath}" "${command.entry}" "$@"\n`, { mode: 0o755 })
}

function bundledTool(): Tool {
  const programs = temporaryFolder()
  writeProgram(programs)
  return { version: '0.1.0', programs, unpackInto: (root) => { writeProgram(path.join(root, 'node_modules/.bin')) } }
}

function commandsOf({ steps }: Journey): readonly string[] {
  return steps.map(step => step.command)
}

/** What husky 9 writes when it is installed. */
function setUpHusky(root: string): void {
  const file = path.join(root, '.husky/_/pre-commit')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(path.join(root, '.husky/_/.gitignore'), '*')
  writeFileSync(file, '#!/usr/bin/env sh\nsh -e .husky/pre-commit "$@"\nexit $?\n')
  chmodSync(file, 0o755)
  runGit(root, 'config', 'core.hooksPath', '.husky/_')
}

describe('from init to a clean check', () => {
  test('in a repository with a package, by a script of git', () => {
    const root = driftedRepository(PACKAGE)

    const journey = travel(root, bundledTool(), temporaryFolder())

    expect(journey.renamed).toEqual(['src/server.ts', 'src/moved/server.ts'])
    expect(commandsOf(journey)).toContain('node_modules/.bin/doc-lockdown check --fix')
    // What git knows of the first mistake is written; of the second only a person does.
    expect(readFileSync(path.join(root, 'RUNBOOK.md'), 'utf8')).toBe('# Runbook\n\nThe server is started in `src/moved/server.ts`, and quotas are counted in `src/quota.ts`.\n\n- Old quotas: what replaced it\n- Alarms: `src/alarm.ts`\n')
    expect(JSON.parse(readFileSync(path.join(root, 'doc-lockdown.baseline.json'), 'utf8'))).toEqual({ version: 1, findings: {} })
    expect(runGit(root, 'log', '--format=%s')).toBe('Correct what was known to be wrong\nMove a file, and say so\nHold documents against the repository\nchange\nchange')
  })

  test('in a repository with husky', () => {
    const root = driftedRepository({ ...PACKAGE, '.husky/pre-commit': 'true\n' })
    setUpHusky(root)

    travel(root, bundledTool(), temporaryFolder())

    expect(runGit(root, 'show', 'HEAD:.husky/pre-commit')).toBe('true\nnode_modules/.bin/doc-lockdown check --staged')
  })

  test('in a repository without a package, by the command on the PATH', () => {
    const root = driftedRepository({})

    const journey = travel(root, bundledTool(), temporaryFolder())

    expect(commandsOf(journey)).toContain('doc-lockdown init')
    const text = transcript('ferry', journey)
    expect(text).toContain('`src/server.ts` does not exist any more')
    expect(text).not.toContain(root)
  })
})

describe('goes astray, and says where', () => {
  test('where nothing is wrong', () => {
    const root = createGitRepository({ ...SOURCES, 'RUNBOOK.md': '# Runbook\n\nThe server is started in `src/server.ts`.\n' })

    expect(() => travel(root, bundledTool(), temporaryFolder())).toThrow('`doc-lockdown check` ended with 0; expected exit 1')
  })

  test('where git does not run the hook', () => {
    const root = driftedRepository({ ...PACKAGE, '.husky/pre-commit': 'true\n' })

    expect(() => travel(root, bundledTool(), temporaryFolder())).toThrow(/^`git commit [^\n]*'Move a file'` ended with 0; expected exit 1/)
  })
})
