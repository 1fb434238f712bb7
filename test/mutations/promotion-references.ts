import type { MutationTable } from './mutation.ts'

/** The promotion protocol: what it cites of the code, its variables and channels, its queue of pull requests. */
export const promotionReferences: MutationTable = {
  fixture: 'protocol/promotion',
  title: 'Promotion protocol: what it cites',
  document: 'docs/ops/promotion.md',
  mutations: [
    { edit: 'a file is deleted', file: 'apps/web/middleware.ts', movedTo: null, on: 'guards every page', rule: 'no-missing-paths', names: 'deleted' },
    { edit: 'a file is moved', file: 'apps/api/src/audit/replay.ts', movedTo: 'apps/api/src/audit/attribution.ts', on: 'keeps the id of the first request', rule: 'no-missing-paths', names: 'apps/api/src/audit/replay.ts' },
    { edit: 'a path is misspelt', find: '`apps/web/lib/auth/config.ts`', replace: '`apps/web/lib/auth/configs.ts`', rule: 'no-missing-paths', names: 'config.ts' },
    { edit: 'the script of a command is renamed', file: 'scripts/restore.sh', movedTo: 'scripts/restore-copy.sh', on: 'bash scripts/restore.sh', rule: 'no-missing-paths', names: 'scripts/restore.sh' },
    { edit: 'a script is taken out of the manifest', file: 'package.json', find: '    "keys": "node scripts/generate-keypair.mjs",\n', replace: '', on: '- `npm run keys`', rule: 'no-missing-scripts', names: 'keys' },
    { edit: 'a script is renamed in the manifest', file: 'package.json', find: '"check:env"', replace: '"check:variables"', on: '- `npm run check:env`', rule: 'no-missing-scripts', names: 'check:variables', also: [['npm run check:env', 'no-missing-scripts']] },
    { edit: 'the route of a command is renamed', find: '$TARGET/api/health"', replace: '$TARGET/api/healthz"', rule: 'no-missing-routes', names: '/api/healthz' },
    { edit: 'a route takes another method', file: 'apps/web/app/api/receipts/verify/route.ts', find: 'function POST', replace: 'function PUT', on: 'curl --fail -X POST', rule: 'no-missing-routes', names: 'POST' },
    { edit: 'a command has another method', find: 'curl --fail -X POST', replace: 'curl --fail -X DELETE', rule: 'no-missing-routes', names: 'DELETE' },
    { edit: 'a route is deleted', file: 'apps/web/app/api/health/route.ts', movedTo: null, on: '$TARGET/api/health"', rule: 'no-missing-routes', names: '/api/health' },

    { edit: 'a row of the table of variables is dropped', find: '| `AUDIT_BUCKET` | unset | unset | required | required |\n', replace: '', on: '| Variable | local_dev', rule: 'consistent-env-tables', names: 'AUDIT_BUCKET', also: [['The ten variables', 'consistent-counts']] },
    { edit: 'a variable is renamed in the table', find: '| `REPLAY_SALT` |', replace: '| `REPLAY_PEPPER` |', rule: 'consistent-env-tables', names: 'REPLAY_PEPPER' },
    { edit: 'a variable is dropped from the code', file: 'apps/web/lib/env.ts', find: '  SENTRY_DSN: z.string().optional(),\n', replace: '', on: '| `SENTRY_DSN` |', rule: 'consistent-env-tables', names: 'SENTRY_DSN' },
    { edit: 'a variable is added to the code', file: 'apps/web/lib/env.ts', find: '  LOG_LEVEL:', replace: '  TRACE_URL: z.string().optional(),\n  LOG_LEVEL:', on: '| Variable | local_dev', rule: 'consistent-env-tables', names: 'TRACE_URL' },
    { edit: 'a cell of the table is emptied', find: '| `SIGNING_KEY` | generated | generated |', replace: '| `SIGNING_KEY` | generated | |', rule: 'consistent-env-tables', names: 'operator_preview' },
    { edit: 'a column is renamed', find: '| Variable | local_dev | operator_preview |', replace: '| Variable | local_dev | operators_preview |', rule: 'consistent-env-tables', names: 'operators_preview' },
    { edit: 'a channel is renamed in the code', file: 'apps/web/lib/channel.ts', find: '\'operator_preview\'', replace: '\'preview_of_operators\'', on: '| Variable | local_dev', rule: 'consistent-env-tables', names: 'preview_of_operators' },
    { edit: 'a channel is added to the code', file: 'apps/web/lib/channel.ts', find: '\'staging\', ', replace: '\'staging\', \'canary\', ', on: '| Variable | local_dev', rule: 'consistent-env-tables', names: 'canary' },
    { edit: 'four channels become three', find: 'of the four channels', replace: 'of the three channels', rule: 'consistent-counts', names: 'lists 4' },

    { edit: 'a gate is dropped from the constant', file: 'scripts/gates.mjs', find: '\'sign-in\', ', replace: '', on: '### Gate 3:', rule: 'consistent-gates', names: 'GATES' },
    { edit: 'a gate is added to the constant', file: 'scripts/gates.mjs', find: '\'audit\', ', replace: '\'audit\', \'backup\', ', on: 'declared as `GATES`', rule: 'consistent-gates', names: 'backup' },
    { edit: 'a gate is renamed in the constant', file: 'scripts/gates.mjs', find: '\'trust\'', replace: '\'keys\'', on: '### Gate 4:', rule: 'consistent-gates', names: 'keys' },
    { edit: 'two gates change places in the constant', file: 'scripts/gates.mjs', find: '\'replay\', \'audit\'', replace: '\'audit\', \'replay\'', on: '### Gate 6:', rule: 'consistent-gates', names: 'before' },
    { edit: 'the constant is renamed', file: 'scripts/gates.mjs', find: 'const GATES', replace: 'const CHECKS', on: 'declared as `GATES`', rule: 'no-missing-symbols', names: 'GATES', also: [['declared as `GATES`', 'consistent-gates']] },

    { edit: 'a pull request of the range has no row', find: '| #331 | Check of the backup\'s key | — |\n', replace: '', on: '33 PRs (#305–#337)', rule: 'complete-pull-request-ranges', names: '331' },
    { edit: '33 pull requests become 32', find: '33 PRs', replace: '32 PRs', rule: 'complete-pull-request-ranges', names: '33' },
    { edit: 'a pull request stands in two phases', find: '| #330 | Feed', replace: '| #318 | Feed', on: '| #318 | Types', rule: 'complete-pull-request-ranges', names: '#318', also: [['33 PRs (#305–#337)', 'complete-pull-request-ranges']] },
    { edit: 'a pull request lies outside of the range', find: '| #313 | Trust page', replace: '| #431 | Trust page', rule: 'complete-pull-request-ranges', names: '#431', also: [['33 PRs (#305–#337)', 'complete-pull-request-ranges'], ['| #431 | Trust page', 'no-missing-pull-requests']] },
    { edit: 'a pull request needs one of a later phase', find: '| Copy of the sign-in page | — |', replace: '| Copy of the sign-in page | #336 |', rule: 'consistent-merge-order', names: '336' },
    { edit: 'two pull requests need each other', find: '| Types of audit entries | — |', replace: '| Types of audit entries | #319 |', on: '| #319 | Durable', rule: 'consistent-merge-order', names: '319' },
    { edit: 'a pull request that is said to be open was merged', file: 'doc-lockdown.lock.json', find: '"state": "open",\n        "title": "Ids of requests"', replace: '"state": "merged",\n        "title": "Ids of requests"', on: '33 PRs (#305–#337)', rule: 'no-missing-pull-requests', names: '#306' },
    { edit: 'a table of migrations is renamed', file: 'apps/api/prisma/schema.prisma', movedTo: 'apps/api/prisma/main.prisma', on: 'The table is in', rule: 'no-missing-paths', names: 'schema.prisma' },
  ],
}
