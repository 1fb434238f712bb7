/** A staged change to code that breaks what a document says: the hook must judge that document, and only then is it any use. */
import { describe, expect, it } from 'vitest'
import { useCommand } from '../../support/command.ts'
import { createGitRepository, runGit, writeFiles } from '../../support/git-repository.ts'

const { run } = useCommand()

const FILES = {
  'docs/symbols.md': '# Symbols\n\n`enforceCiOnly()` lives in `lib/guards.ts`.\n\nThe function `halt()` of `lib/guards.ts` stops.\n',
  'docs/gates.md': '# Gates\n\nThe gates are those of `GATES` in `lib/gates.ts`.\n\n## Gate 1: Lint\n\nRuns.\n\n## Gate 2: Test\n\nRuns.\n',
  'docs/variables.md': '# Variables\n\nRead by `lib/env.ts`:\n\n| Variable | Meaning |\n|---|---|\n| `APP_DATABASE_URL` | database |\n| `APP_LOG_LEVEL` | noise |\n',
  'docs/schema.md': '# Schema\n\nThe model `AuditRecord` in `prisma/schema.prisma` keeps what was changed.\n',
  'docs/routes.md': '# Routes\n\nCall `GET /api/orders` to list them.\n',
  'docs/versions.md': '# Versions\n\n## Requirements\n\n- Node.js 20\n- React 18\n',
  'package.json': '{\n  "dependencies": {\n    "react": "^18.2.0"\n  }\n}\n', '.nvmrc': '20.11.0\n',
  'docs/nothing.md': '# Nothing\n\nNo claim at all.\n',
  'lib/guards.ts': 'export function enforceCiOnly() {}\nexport function halt() {}\n',
  'lib/gates.ts': "export const GATES = ['Lint', 'Test'] as const\n",
  'lib/env.ts': 'export const url = process.env.APP_DATABASE_URL\nexport const level = process.env.APP_LOG_LEVEL\n',
  'prisma/schema.prisma': 'model AuditRecord {\n  id Int @id\n}\n',
  'app/api/orders/route.ts': 'export function GET() {}\n',
  'doc-lockdown.config.json': '{ "rules": { "no-missing-routes": "error" } }\n',
}

function stagedAfter(change: Readonly<Record<string, string>>): readonly string[] {
  const root = createGitRepository(FILES)
  writeFiles(root, change)
  runGit(root, 'add', '-A')
  const { out } = run({ cwd: root }, 'check', '--format', 'json', '--staged')
  const { findings } = JSON.parse(out) as { findings: readonly { path: string, line: number, rule: string }[] }
  return findings.map(({ path, line, rule }) => `${path}:${String(line)} ${rule}`)
}

describe('a staged change to code', () => {
  it('is silent about a repository that is in order', () => {
    expect(stagedAfter({ 'lib/guards.ts': `${FILES['lib/guards.ts']}// a comment\n` })).toEqual([])
  })

  it.each<[string, Record<string, string>, readonly string[]]>([
    ['that renames a function', { 'lib/guards.ts': 'export function enforceCi() {}\nexport function halt() {}\n' }, ['docs/symbols.md:3 no-missing-symbols']],
    ['that removes a function with a plain name', { 'lib/guards.ts': 'export function enforceCiOnly() {}\n' }, ['docs/symbols.md:5 no-missing-symbols']],
    ['that adds a gate', { 'lib/gates.ts': "export const GATES = ['Lint', 'Test', 'Audit'] as const\n" }, ['docs/gates.md:3 consistent-gates']],
    ['that drops a variable', { 'lib/env.ts': 'export const url = process.env.APP_DATABASE_URL\n' }, ['docs/variables.md:8 consistent-env-tables']],
    ['that adds a variable', { 'lib/env.ts': `${FILES['lib/env.ts']}export const mail = process.env.APP_MAIL_FROM\n` }, ['docs/variables.md:5 consistent-env-tables']],
    ['that renames a model', { 'prisma/schema.prisma': 'model AuditEntry {\n  id Int @id\n}\n' }, ['docs/schema.md:3 no-missing-symbols']],
    ['that moves the runtime', { '.nvmrc': '22.3.0\n' }, ['docs/versions.md:5 consistent-versions']],
    ['that moves a dependency', { 'package.json': '{\n  "dependencies": {\n    "react": "^19.0.0"\n  }\n}\n' }, ['docs/versions.md:6 consistent-versions']],
    ['that serves another method', { 'app/api/orders/route.ts': 'export function POST() {}\n' }, ['docs/routes.md:3 no-missing-routes']],
  ])('%s judges the document that it breaks', (_name, change, expected) => {
    expect(stagedAfter(change)).toEqual(expected)
  })
})
