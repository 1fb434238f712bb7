import { describe, expect, it } from 'vitest'
import { binariesFact } from '../../src/facts/binaries.ts'
import { packagesFact } from '../../src/facts/packages.ts'
import { memoryRepository } from '../support/memory-repository.ts'

const repository = memoryRepository({
  'package.json': JSON.stringify({
    name: 'root', workspaces: ['packages/*'], scripts: { build: 'x' }, packageManager: 'yarn@4.0.0', devDependencies: { '@changesets/cli': '1', vite: '1' },
  }),
  'packages/a/package.json': JSON.stringify({ name: '@s/a', bin: 'cli.js', scripts: { 'a:b': 'x' } }),
  'packages/a/src/x.ts': '',
  'packages/b/package.json': '{ // comments\n "name": "@s/b", "bin": { "bee": "b.js" }, "scripts": { "a:b": "y" }, }',
  'tools/c/package.json': '{ "name": "c" }',
  'node_modules/d/package.json': '{ "name": "d" }',
  'test/fixtures/e/package.json': '{ "name": "e", "scripts": { "a:b": "z" } }',
  'broken/package.json': '[1, 2',
  'odd/package.json': '{ "name": 1, "scripts": ["x"], "bin": null, "workspaces": { "packages": [1, "x"] } }',
  'yarn.lock': '"left-pad@npm:^1.0.0":\n  version: 1\n',
})
const packages = repository.get(packagesFact)

describe('packagesFact', () => {
  it('lists packages outside node_modules, shallow ones first', () => {
    expect(packages.all.map(one => one.path)).toEqual([
      'package.json', 'odd/package.json', 'packages/a/package.json', 'packages/b/package.json', 'tools/c/package.json', 'test/fixtures/e/package.json',
    ])
    expect(packages.unreadable).toEqual(['broken/package.json'])
  })

  it('finds the nearest and the enclosing packages', () => {
    expect(packages.nearestPackage('packages/a/src/x.ts')?.name).toBe('@s/a')
    expect(packages.nearestPackage('docs/x.md')?.name).toBe('root')
    expect(packages.enclosing('packages/a/src').map(one => one.name)).toEqual(['@s/a', 'root'])
  })

  it('knows names, scripts, binaries and members', () => {
    expect(packages.named('@s/b')?.bin).toEqual(new Map([['bee', 'b.js']]))
    expect(packages.named('@s/a')?.bin).toEqual(new Map([['a', 'cli.js']]))
    expect(packages.withScript('a:b').map(one => [one.name, one.sample])).toEqual([['@s/a', false], ['@s/b', false], ['e', true]])
    expect(packages.root === undefined ? [] : packages.membersOf(packages.root).map(one => one.name)).toEqual(['@s/a', '@s/b'])
    expect(packages.root?.packageManager).toBe('yarn@4.0.0')
  })

  it('takes manifests of the wrong shape for empty', () => {
    const odd = packages.at('odd')
    expect([odd?.name, odd?.scripts.size, odd?.bin.size, odd?.workspaces]).toEqual([undefined, 0, 0, ['x']])
  })

  it('reads the members of a pnpm workspace', () => {
    const pnpm = memoryRepository({
      'package.json': '{}', 'pnpm-workspace.yaml': "packages: ['apps/**', '!apps/old']", 'apps/x/package.json': '{}', 'apps/old/package.json': '{}',
    }).get(packagesFact)
    expect(pnpm.root === undefined ? [] : pnpm.membersOf(pnpm.root).map(one => one.folder)).toEqual(['apps/x'])
  })

  it('is empty without a package', () => {
    expect(memoryRepository({ 'a.md': '' }).get(packagesFact).all).toEqual([])
  })
})

describe('binariesFact', () => {
  const binaries = repository.get(binariesFact)

  it.each([
    ['changeset', 'a binary of the dependency @changesets/cli'], ['vite', 'a binary of the dependency vite'], ['bee', 'a binary of @s/b'],
    ['jest', 'a well-known program'], ['left-pad', 'a package of that name in the lock file'], ['docs:install', undefined], ['pad', undefined],
  ])('knows who provides %s', (name, provider) => {
    expect(binaries.providerOf(name)).toBe(provider)
  })

  it('tells own binaries', () => {
    expect([binaries.own('bee'), binaries.own('vite')]).toEqual([true, false])
  })
})
