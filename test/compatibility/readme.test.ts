/** The commands of the README and the way of a newcomer, with the packed package instead of a build. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, inject, test, type TestContext } from 'vitest'
import { travel } from '../../bench/adoption/journey.ts'
import { install, type Tool } from '../../bench/adoption/tool.ts'
import { driftedRepository, PACKAGE } from '../support/drifted-repository.ts'
import { temporaryFolder } from '../support/git-repository.ts'
import { notInstalled, valueOf, type Installed } from './support/offline.ts'
import { start } from './support/start.ts'

let tool: Installed<Tool> | undefined

/** Installed once, as `npm install --global` does it. */
function installed(context: TestContext): Tool {
  tool ??= tryToInstall()
  return valueOf(tool, context)
}

function tryToInstall(): Installed<Tool> {
  try {
    return { value: install(inject('tarball'), temporaryFolder()) }
  } catch (error) {
    const { status, stdout, stderr } = error as { readonly status?: number | null, readonly stdout?: Buffer, readonly stderr?: Buffer }
    return notInstalled('doc-lockdown, globally', { code: status ?? null, out: String(stdout), err: String(stderr) })
  }
}

/** Every command of ours in the README's shell blocks, but `sync`, which asks a hosting service. */
function readmeCommands(): readonly string[][] {
  const readme = readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8')
  const lines = [...readme.matchAll(/^```sh\n([^]*?)^```/gm)].flatMap(([, block = '']) => block.split('\n'))
  const ours = lines.flatMap(line => /^(?:npx |node_modules\/\.bin\/)doc-lockdown ([^#]*)/.exec(line)?.[1] ?? [])
  return ours.map(words => words.trim().split(' ')).filter(([command]) => command !== 'sync')
}

describe('from the archive', () => {
  test('every command of the README runs', (context) => {
    const root = driftedRepository(PACKAGE)
    installed(context).unpackInto(root)
    const commands = readmeCommands()
    expect(new Set(commands.map(([command]) => command))).toEqual(new Set(['check', 'init', 'baseline']))

    for (const words of commands) {
      const { code, err } = start(root, path.join(root, 'node_modules/.bin/doc-lockdown'), words)
      expect({ words, err, ran: code === 0 || code === 1 }).toEqual({ words, err: '', ran: true })
    }
    // The last that is written down is a baseline, after which nothing fails.
    expect(start(root, path.join(root, 'node_modules/.bin/doc-lockdown'), ['check'])).toMatchObject({ code: 0, err: '' })
  })

  test('a newcomer comes from init to a clean check with a package', (context) => {
    const { steps } = travel(driftedRepository(PACKAGE), installed(context), temporaryFolder())
    expect(steps.at(-1)).toMatchObject({ command: 'node_modules/.bin/doc-lockdown check', code: 0 })
  })

  test('and without one', (context) => {
    const { steps } = travel(driftedRepository({}), installed(context), temporaryFolder())
    expect(steps.at(-1)).toMatchObject({ command: 'doc-lockdown check', code: 0 })
  })
})
