/** The command as users start it, with a rule that asks, against a GitHub on loopback. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'
import { useCommand, type CommandResult } from '../../support/command.ts'
import { FAULTS } from '../../support/faults.ts'
import { startGitHub, TOKEN, type FakeGitHub } from '../../support/fake-github.ts'
import { createGitRepository } from '../../support/git-repository.ts'

const askingRules: Plugin = {
  name: 'asking-rules',
  setup: (bundling) => { bundling.onResolve({ filter: /\/rules\/index\.ts$/ }, () => ({ path: path.join(import.meta.dirname, '../../support/asking-rules.ts') })) },
}
const command = useCommand([askingRules])
const LOCK = 'doc-lockdown.lock.json'
let server: FakeGitHub
beforeAll(async () => {
  server = await startGitHub({ 'own/it': { items: { 1: { __typename: 'PullRequest', title: 'One', state: 'OPEN' } } } })
})

const NO_VARIABLES = { GITHUB_TOKEN: '', GITHUB_SERVER_URL: '', GITHUB_API_URL: '', GH_HOST: '', GH_TOKEN: '' }
const start = (cwd: string, more: Record<string, string>, ...args: readonly string[]): Promise<CommandResult> => (
  command.start({ cwd, env: { ...NO_VARIABLES, ...server.environment, DEBUG: '*', NODE_DEBUG: 'http,net,undici,fetch', ...more } }, ...args)
)

test('sync, then check', async () => {
  const root = createGitRepository({ 'README.md': 'own/it#1 own/it#2\n' })
  expect(await start(root, {}, 'sync')).toMatchObject({ code: 0, out: `${LOCK}: 2 added, 0 changed, 0 removed; 2 facts.\n` })
  expect(await start(root, {}, 'check')).toMatchObject({ code: 1, out: expect.stringContaining('1 hold, 1 broken, 0 unknown') as string })
})

test('offline loads nothing that could speak to a service', async () => {
  const root = createGitRepository({ 'README.md': 'own/it#1\n' })
  const trap = path.join(import.meta.dirname, '../../support/no-sockets.cjs')
  const offline = await start(root, { NODE_OPTIONS: `--require ${trap}`, NODE_DEBUG: '' }, 'check', '--no-cache')
  expect(offline).toMatchObject({ code: 0, err: '', out: expect.stringContaining('1 unknown') as string })
  const online = await start(root, { NODE_OPTIONS: `--require ${trap}`, NODE_DEBUG: '' }, 'check', '--no-cache', '--online')
  expect(online.out + online.err).toContain('TRAPPED')
})

describe('no fault shows a token', () => {
  test.each(['status 401', 'status 403', 'status 404', 'a login page', 'a redirect', 'a refused query', 'secondary rate limit, long'])('%s', async (name) => {
    const root = createGitRepository({ 'README.md': 'own/it#1\n' })
    server.setFault(FAULTS[name]?.[0])
    const results = [await start(root, {}, 'sync'), await start(root, {}, 'check', '--online'), await start(root, {}, 'references', '--online', '--format', 'json')]
    server.setFault()
    expect(results.map(({ code }) => code)).toEqual([2, 0, 0])
    expect(readdirSync(root)).not.toContain(LOCK)
    const kept = readdirSync(command.cache, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    const everything = [...results.flatMap(({ out, err }) => [out, err]), ...kept].join('\n')
    expect(everything).not.toContain(TOKEN)
    expect(everything).not.toContain(TOKEN.slice(4))
  })

  test('nor a token that can not be sent', async () => {
    const root = createGitRepository({ 'README.md': 'own/it#1\n' })
    const { code, err } = await start(root, { GH_TOKEN: 'ghp_first\nghp_second' }, 'sync')
    expect(err.replace(/^(?:NET|HTTP|UNDICI|FETCH) .*\n/gm, '')).toBe(`doc-lockdown: ${LOCK} is left as it was, because github.com/own/it#1 is not known: GH_TOKEN holds characters that no token has. Put a valid token into GH_TOKEN, then run "doc-lockdown sync" again.\n`)
    expect(code).toBe(2)
  })
})
