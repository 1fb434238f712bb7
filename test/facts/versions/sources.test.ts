import { describe, expect, it } from 'vitest'
import type { Stated } from '../../../src/analysis/versions/statement.ts'
import { relationOf } from '../../../src/facts/versions/compare.ts'
import type { SourceKind } from '../../../src/facts/versions/source.ts'
import { versionSourcesFact } from '../../../src/facts/versions/sources.ts'
import { fromGem, fromPep440 } from '../../../src/facts/versions/version-files.ts'
import { memoryRepository } from '../../support/memory-repository.ts'

/** What files say of a tool: `path:line kind range`. */
function says(files: Readonly<Record<string, string>>, tool: string): string[] {
  return memoryRepository(files).get(versionSourcesFact).of(tool).map(one => `${one.path}:${String(one.line)} ${one.kind} ${one.range}`)
}

describe('what files say', () => {
  it.each([
    ['package.json', '{\n  "engines": {\n    "node": ">=20"\n  }\n}', 'node', '3 needs >=20'],
    ['package.json', '{\n  "packageManager": "pnpm@9.1.0+sha512.abc"\n}', 'pnpm', '2 has 9.1.0'],
    ['package.json', '{ "volta": { "node": "20.11.0" } }', 'node', '1 has 20.11.0'],
    ['package.json', '{ "devEngines": { "runtime": { "name": "node", "version": ">=22" } } }', 'node', '1 needs >=22'],
    ['package.json', '{ "peerDependencies": { "react": "^18 || ^19" } }', 'react', '1 needs ^18 || ^19'],
    ['package.json', '{ "dependencies": { "next": "14.2.3" } }', 'next', '1 has 14.2.3'],
    ['.nvmrc', 'v20.11.0\n', 'node', '1 has 20.11.0'],
    ['.tool-versions', 'nodejs 20.11.0\npython 3.12.1 3.11.7\n', 'python', '2 has 3.12.1 || 3.11.7'],
    ['mise.toml', '[tools]\nnode = "22"\n', 'node', '2 has 22'],
    ['go.mod', 'module a\n\ngo 1.24.0\n', 'go', '3 needs >=1.24.0'],
    ['rust-toolchain.toml', '[toolchain]\nchannel = "1.78.0"\n', 'rust', '2 has 1.78.0'],
    ['a.gemspec', 'Gem.new do |s|\n  s.required_ruby_version = ">= 3.1"\nend\n', 'ruby', '2 needs >= 3.1'],
    ['composer.json', '{\n  "require": {\n    "php": "^8.1|^8.2"\n  }\n}', 'php', '3 needs ^8.1 || ^8.2'],
    ['App.csproj', '<Project>\n<TargetFramework>net8.0</TargetFramework>\n', 'dotnet', '2 has 8.0'],
    ['build.gradle.kts', 'java { toolchain { languageVersion = JavaLanguageVersion.of(21) } }', 'java', '1 needs >=21'],
    ['Dockerfile', 'ARG N=20\nFROM --platform=linux/amd64 node:${N}-alpine AS x\n', 'node', '2 has 20'],
    ['compose.yml', 'services:\n  db:\n    image: "postgres:16.2-alpine"\n', 'postgres', '3 has 16.2'],
    ['.github/workflows/a.yml', 'jobs:\n  a:\n    strategy:\n      matrix:\n        node:\n          - 18\n          - 20.x\n    steps:\n      - with:\n          node-version: ${{ matrix.node }}\n', 'node', '5 has 18 || 20'],
    ['.github/workflows/a.yml', 'steps:\n  - uses: pnpm/action-setup@v4\n    with:\n      version: 9\n', 'pnpm', '4 has 9'],
  ])('%s %j', (path, text, tool, expected) => {
    expect(says({ [path]: text }, tool)).toEqual([`${path}:${expected}`])
  })

  it.each([
    ['.nvmrc', 'lts/*\n'], ['.github/workflows/a.yml', 'with:\n  node-version: lts/*\n'], ['Dockerfile', 'FROM node:${UNKNOWN}\nFROM node\n'], ['package.json', '{ "engines": { "node": "the latest" } }'],
    ['package.json', 'no JSON'], ['node_modules/a/package.json', '{ "engines": { "node": ">=1" } }'],
  ])('%s %j says nothing of Node.js', (path, text) => {
    expect(says({ [path]: text }, 'node')).toEqual([])
  })

  it('reads a catalog of the workspace', () => {
    const files = { 'package.json': '{ "dependencies": { "react": "catalog:ui" } }', 'pnpm-workspace.yaml': 'catalogs:\n  ui:\n    react: ^19.0.0\n' }
    expect(says(files, 'react')).toEqual(['package.json:1 has ^19.0.0'])
  })
})

describe('ranges of other languages', () => {
  it.each([['>=3.9,<4', '>=3.9 <4'], ['~=3.11', '>=3.11 <4'], ['~=3.11.2', '~3.11.2'], ['==3.12.*', '3.12'], ['>=3.9, !=3.9.1', '>=3.9']])('Python: %s', (written, range) => {
    expect(fromPep440(written)).toBe(range)
  })
  it.each([['~> 3.2', '>=3.2 <4'], ['~> 3.2.1', '~3.2.1'], ['>= 3.1', '>= 3.1']])('Ruby: %s', (written, range) => {
    expect(fromGem(written)).toBe(range)
  })
})

describe('a statement and a source', () => {
  const at = (version: string): Stated => ({ form: 'at', range: version, version })
  const from = (version: string): Stated => ({ form: 'from', range: `>=${version}`, version })
  const rows: readonly (readonly [Stated, SourceKind, string, string])[] = [
    [at('20'), 'has', '20.11.0', 'agrees'], [at('20.11.0'), 'has', '20', 'agrees'], [at('20'), 'has', '22', 'contradicts'], [at('20'), 'has', '18 || 20 || 22', 'agrees'],
    [at('20'), 'needs', '>=18', 'agrees'], [at('18'), 'needs', '>=20', 'contradicts'], [at('22'), 'needs', '^20', 'contradicts'],
    [from('18'), 'needs', '>=20', 'contradicts'], [from('18'), 'has', '20', 'satisfies'], [from('22'), 'has', '20', 'contradicts'], [from('20'), 'needs', '>=20.19', 'agrees'],
    [from('20.11'), 'needs', '>=20.19', 'contradicts'], [from('22'), 'needs', '>=18', 'looser'], [{ form: 'among', range: '18 || 20', version: '18' }, 'needs', '>=20', 'contradicts'],
    [{ form: 'among', range: '20 || 22', version: '20' }, 'needs', '>=18', 'agrees'],
  ]
  it.each(rows)('%j beside %s %s: %s', (stated, kind, range, expected) => {
    expect(relationOf(stated, { tool: 'node', kind, range, written: range, key: '', path: 'a', line: 1, declared: true })).toBe(expected)
  })
})
