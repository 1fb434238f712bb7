/** Single edits of true repositories: each breaks one truth, and is found where it stands, with nothing new elsewhere. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/api.ts'
import { buildCase, fixtureCases } from '../support/fixture-cases.ts'

interface Edit {
  readonly what: string
  readonly file: string
  /** What is replaced (its first occurrence), and by what; `null` deletes the file. */
  readonly edit: readonly [from: string, to: string] | null
  /** A part of the line that must be found, in the document. */
  readonly document: string
  readonly line: string
  /** A part of the message or its receipt. */
  readonly names: string
}

const LOG = 'docs/promotion-log.md'
const PLAN = 'PLAN.md'
const CONTRACT = 'PRODUCTION_MUTATION_CONTRACT.md'

const log = (what: string, from: string, to: string, line: string, names: string): Edit => ({ what, file: LOG, edit: [from, to], document: LOG, line, names })
const plan = (what: string, from: string, to: string, line: string, names: string): Edit => ({ what, file: PLAN, edit: [from, to], document: PLAN, line, names })
const contract = (what: string, from: string, to: string, line: string, names: string): Edit => ({ what, file: CONTRACT, edit: [from, to], document: CONTRACT, line, names })
const code = (what: string, file: string, edit: Edit['edit'], line: string, names: string): Edit => ({ what, file, edit, document: CONTRACT, line, names })

const EDITS: readonly (readonly [fixture: string, edits: readonly Edit[]])[] = [
  ['valid-record-tables/silent-promotion-log', [
    log('a status misspelt', '| Pending | Mira |', '| Pnding | Mira |', 'team-accounts', 'Pnding'),
    log('a status emptied', '| Pending | Ola |', '|  | Ola |', 'board-mocks', 'no status'),
    log('a status of the wrong section', '| Pending | Ola |', '| Dev-only | Ola |', 'board-mocks', 'Dev-only'),
    log('pending among the never promoted', '| Dev-only | Ola |', '| Pending | Ola |', 'dev-ports', 'Pending'),
    log('promoted while pending', '| Pending | Mira | unit', '| Promoted | Mira | unit', 'team-accounts', 'Promoted'),
    log('an entry dropped from the legend', '- **Approved**: checked, ready to be promoted.\n', '', '| 2026-01-04-commit-gates', 'Approved'),
    log('an id used twice', '2026-01-03-board-mocks', '2026-01-02-team-accounts', 'Mocks of the board', 'line'),
    log('an id of another form', '2026-01-03-board-mocks', 'board-mocks', 'Mocks of the board', 'YYYY-MM-DD-name'),
    log('an impossible month', '2026-01-03-board-mocks', '2026-13-03-board-mocks', 'Mocks of the board', 'YYYY-MM-DD-name'),
    log('no backup', 'Backup at vault 17; ', '', 'port-table', 'Backup path'),
    log('no schema snapshots', 'schema snapshots 17a and 17b; ', '', 'port-table', 'Schema snapshots'),
    log('no way back', 'rollback: stop, restore, start; manual', 'manual', 'port-table', 'Rollback steps'),
    log('no manual check', 'Manual verification by checklist, evidence in `docs/evidence/gates.md`.', '', '| 2026-01-04-commit-gates', 'Manual verification'),
    log('a skipped state', 'Pending → Approved 2025-12-21 09:10 (Ola); Approved → Promoted', 'Pending → Promoted', 'port-table', 'skips Approved'),
    log('transitions out of order', '2025-12-22 16:00', '2025-12-19 16:00', 'port-table', 'older'),
    log('a transition without its day', ' 2025-12-21 09:10', '', 'port-table', 'not when'),
    log('a transition without a name', '2025-12-22 16:00 (Mira)', '2025-12-22 16:00', 'port-table', 'not who'),
    log('a last transition elsewhere', 'Approved → Promoted 2025-12-22 16:00 (Mira)', 'Approved → Pending 2025-12-22 16:00 (Mira)', 'port-table', 'Pending'),
    { what: 'evidence deleted', file: 'docs/evidence/gates.md', edit: null, document: LOG, line: 'evidence in', names: 'docs/evidence/gates.md' },
  ]],
  ['consistent-status/silent-plan-that-is-done', [
    plan('an acceptance box unticked', '- [x] A deploy that fails', '- [ ] A deploy that fails', 'A deploy that fails', 'leaves it alone'),
    plan('a validation box unticked', '- [x] One live run', '- [ ] One live run', 'One live run', 'One live run'),
    plan('a blocker', 'Blocked by: None.', 'Blocked by: the release window.', 'Blocked by', 'release window'),
    plan('a next action', 'Next action: None for this plan.', 'Next action: deploy it.', 'Next action', 'deploy it'),
    plan('not done, and nothing to do', 'State: Done.', 'State: In progress.', 'Next action', 'In progress'),
    plan('a verification to come', 'Last verified: 2026-05-07', 'Last verified: 2996-05-07', 'Last verified', '2996'),
    plan('a day of no calendar', 'Last verified: 2026-05-07', 'Last verified: 2026-02-30', 'Last verified', 'calendar'),
  ]],
  ['valid-mutation-contract/silent-contract-and-summary', [
    contract('an allowed script renamed', '`scripts/sync-catalog.ts`', '`scripts/sync-catalogue.ts`', 'sync-catalogue', 'sync-catalogue'),
    contract('a script listed twice', '`scripts/init-fingerprint.ts`', '`scripts/deploy-schema.js`', '3. ', 'deploy-schema'),
    contract('a table renamed', '- **`catalog_groups`**', '- **`catalog_group`**', '`catalog_group`', 'catalog_groups'),
    contract('a column renamed', 'name, description, groupId', 'name, descripton, groupId', 'descripton', 'description'),
    contract('a column of nowhere', 'environment, fingerprint', 'environment, fingerprint, colour', 'colour', 'colour'),
    contract('an operation nobody understands', 'TRUNCATE operations', 'rude operations', 'rude', 'no operation'),
    code('a script gone', 'scripts/init-fingerprint.ts', null, '3. ', 'init-fingerprint'),
    code('a script that does nothing', 'scripts/deploy-schema.js', ['require(\'node:child_process\').execSync(\'npx prisma migrate deploy\', { stdio: \'inherit\' })', ''], '1. **', 'deploy-schema'),
    code('an import that does nothing', 'lib/catalog.ts', ['prisma.catalogItem.upsert({ where: { id: row.id }, create: row, update: row })', 'row'], '2. ', 'sync-catalog'),
    code('a deprecated script alive', 'scripts/old-sync.ts', ['process.exit(1)', ''], 'old-sync', 'deleteMany'),
    code('a table of the schema renamed', 'prisma/schema.prisma', ['@@map("catalog_groups")', '@@map("groups")'], '- **`catalog_groups`**', 'catalog_groups'),
    code('a field of the schema renamed', 'prisma/schema.prisma', ['price       Int', 'cents       Int'], '- **`catalog_items`**', 'price'),
  ]],
]

describe.each(EDITS)('%s', (name, edits) => {
  test.each(edits)('$what', async ({ file, edit, document, line, names }) => {
    const fixture = fixtureCases().find(known => `${known.rule}/${known.name}` === name)
    if (fixture === undefined) throw new Error(`there are no fixtures ${name}`)
    const root = buildCase(fixture)
    const target = path.join(root, file)
    if (edit === null) rmSync(target)
    else {
      const before = readFileSync(target, 'utf8')
      expect(before).toContain(edit[0])
      writeFileSync(target, before.replace(edit[0], () => edit[1]))
    }

    const { findings } = await check({ cwd: root })

    const lines = readFileSync(path.join(root, document), 'utf8').split('\n')
    const at = lines.findIndex(text => text.includes(line)) + 1
    const here = findings.filter(finding => finding.path === document && finding.line === at)
    expect(here.map(finding => `${finding.message} ${finding.evidence ?? ''}`).join('\n')).toContain(names)
    // A file that is gone is missed by every document that names it.
    if (edit !== null) expect(findings.filter(finding => !here.includes(finding)).map(finding => `${finding.path}:${String(finding.line)} ${finding.message}`)).toEqual([])
  })
})
