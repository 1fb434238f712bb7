/** The repository that all tools are shown: small, with a past, and a handbook whose every claim is known to hold or not. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A claim of the handbook of which it is known what a tool should say. */
export interface Seeded {
  /** 1-based; a link by reference has two, of which either will do. */
  readonly lines: readonly number[]
  /** `drift` is to be found, `trap` is to be passed in silence. */
  readonly kind: 'drift' | 'trap'
  /** What it is an example of. */
  readonly name: string
}

/** The name that agents' and link checkers all look at. */
export const HANDBOOK = 'AGENTS.md'

const MARK = /[ \t]*\[([+-])([^\]]+)\][ \t]*$/

/** The handbook as tools see it, and what is known of its lines. */
export function readHandbook(): { readonly text: string; readonly seeded: readonly Seeded[] } {
  const lines = readFileSync(path.join(import.meta.dirname, 'handbook.txt'), 'utf8').split('\n')
  const marks = lines.flatMap((text, index) => {
    const [, sign, name = ''] = MARK.exec(text) ?? []
    return sign === undefined ? [] : [{ line: index + 1, kind: sign === '+' ? 'drift' as const : 'trap' as const, name }]
  })
  const names = [...new Set(marks.map(mark => mark.name))]
  const seeded = names.flatMap((name): readonly Seeded[] => {
    const same = marks.filter(mark => mark.name === name)
    return same[0] === undefined ? [] : [{ name, kind: same[0].kind, lines: same.map(mark => mark.line) }]
  })
  return { text: lines.map(line => line.replace(MARK, '')).join('\n'), seeded }
}

const BEFORE: Readonly<Record<string, string>> = {
  'src/server.ts': 'import { createServer } from "node:http"\nexport const server = createServer()\nexport function listen() {\n  server.listen(Number(process.env.FERRY_PORT ?? 3000))\n}\n',
  'src/weigh.ts': 'export function weighParcel(grams: number) {\n  return grams\n}\nexport const timeout = Number(process.env.FERRY_TIMEOUT ?? 30)\n',
  'src/legacy.ts': 'export const legacy = true\n',
  'src/old-queue.ts': 'export const queue: string[] = []\n',
  'src/labels.ts': 'export const labels = ["fragile"]\n',
  'src/reports/daily.ts': 'export const daily = 1\n',
  'src/parcels.ts': 'import express from "express"\nexport const app = express()\napp.get("/api/parcels", list)\nfunction list() {}\n',
  'docs/queue.md': '# Queue\n',
  'docs/overview.png': 'png',
  'docs/plan-of-the-year.md': '# Plan\n',
  'docs/release.md': '# Release\n\n## Publishing\n\n## Steps\n',
  'scripts/migrate.sh': '#!/bin/sh\necho migrate\n',
  'config/local.json': '{}\n',
  'Makefile': 'build:\n\tnpm run build\n\npublish:\n\tnpm publish\n',
  'package.json': manifest({ 'build': 'tsc', 'check-types': 'tsc --noEmit', 'test': 'node --test' }, '>=18'),
}

const AFTER: Readonly<Record<string, string>> = {
  'src/app.ts': `${'// routes\n'.repeat(20)}import express from "express"\nexport const app = express()\napp.get("/api/labels", list)\nfunction list() {}\n`,
  'src/weight.ts': 'export function gramsOf(parcel: { grams: number }) {\n  return parcel.grams\n}\n',
  'src/tariff.ts': 'export function priceOf(grams: number) {\n  return grams / 10\n}\n',
  'docs/release.md': '# Release\n\n## Publish\n\n## Steps\n',
  'docs/labels.md': '# Labels\n',
  'typedoc.json': '{}\n',
  'packages/web/package.json': '{ "name": "@ferry/web", "scripts": { "build": "vite build" } }\n',
  'Makefile': 'build:\n\tnpm run build\n\nrelease:\n\tnpm publish\n',
  'package.json': manifest({ 'build': 'tsc', 'check:types': 'tsc --noEmit', 'test': 'node --test' }, '>=22'),
}

const DELETED = [
  'src/weigh.ts', 'src/legacy.ts', 'src/old-queue.ts', 'src/labels.ts', 'src/reports', 'src/parcels.ts', 'docs/queue.md', 'docs/overview.png',
  'docs/plan-of-the-year.md', 'scripts/migrate.sh', 'config/local.json',
]

function manifest(scripts: Readonly<Record<string, string>>, node: string): string {
  return `${JSON.stringify({ name: 'ferry', private: true, workspaces: ['packages/*'], scripts, engines: { node }, dependencies: { express: '^5.0.0' } }, null, 2)}\n`
}

/** Builds the repository in an empty folder: the handbook was right in the first commit, and is kept as it was. */
export function buildRepository(root: string): void {
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=Ferry', '-c', 'user.email=ferry@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: root, stdio: 'pipe' })
  }
  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
      writeFileSync(path.join(root, file), text)
    }
  }
  git('init', '--quiet', '--initial-branch=main')
  write({ ...BEFORE, [HANDBOOK]: readHandbook().text, '.gitignore': 'dist/\nnode_modules/\n' })
  git('add', '--all')
  git('commit', '--quiet', '--message', 'feat: parcels')
  git('tag', 'v0.8.0')
  mkdirSync(path.join(root, 'src/http'))
  renameSync(path.join(root, 'src/server.ts'), path.join(root, 'src/http/server.ts'))
  for (const file of DELETED) rmSync(path.join(root, file), { recursive: true })
  write(AFTER)
  git('add', '--all')
  git('commit', '--quiet', '--message', 'refactor: labels instead of parcels')
}
