/** The only registry of rules. */
import type { CodeRule } from '../src/core/code-rule.ts'
import type { DocRule } from '../src/core/rule.ts'
import { contractTablesOnly } from './code/contract-tables-only.ts'
import { deployScriptMigrateOnly } from './code/deploy-script-migrate-only.ts'
import { noBypassFlags } from './code/no-bypass-flags.ts'
import { noProductionDatabaseUrl } from './code/no-production-database-url.ts'
import { noUnlistedMutationScripts } from './code/no-unlisted-mutation-scripts.ts'
import { completePullRequestRanges } from './docs/complete-pull-request-ranges.ts'
import { consistentCounts } from './docs/consistent-counts.ts'
import { consistentEnvTables } from './docs/consistent-env-tables.ts'
import { consistentGates } from './docs/consistent-gates.ts'
import { consistentMergeOrder } from './docs/consistent-merge-order.ts'
import { consistentNumbering } from './docs/consistent-numbering.ts'
import { consistentStatus } from './docs/consistent-status.ts'
import { consistentVersions } from './docs/consistent-versions.ts'
import { noBannedPhrases } from './docs/no-banned-phrases.ts'
import { noBrokenLinks } from './docs/no-broken-links.ts'
import { noExpiredVerification } from './docs/no-expired-verification.ts'
import { noMissingCommits } from './docs/no-missing-commits.ts'
import { noMissingPaths } from './docs/no-missing-paths.ts'
import { noMissingPullRequests } from './docs/no-missing-pull-requests.ts'
import { noMissingRoutes } from './docs/no-missing-routes.ts'
import { noMissingScripts } from './docs/no-missing-scripts.ts'
import { noMissingSymbols } from './docs/no-missing-symbols.ts'
import { noUnfrozenChanges } from './docs/no-unfrozen-changes.ts'
import { noUnknownEnvVars } from './docs/no-unknown-env-vars.ts'
import { requiredSections } from './docs/required-sections.ts'
import { validMutationContract } from './docs/valid-mutation-contract.ts'
import { validRecordTables } from './docs/valid-record-tables.ts'
import { requireCiGuard } from './code/require-ci-guard.ts'
import { requireEnvironmentFingerprint } from './code/require-environment-fingerprint.ts'

/** Every rule about documents, in the order of their ids. */
export const docRules: readonly DocRule[] = [
  completePullRequestRanges,
  consistentCounts,
  consistentEnvTables,
  consistentGates,
  consistentMergeOrder,
  consistentNumbering,
  consistentStatus,
  consistentVersions,
  noBannedPhrases,
  noBrokenLinks,
  noExpiredVerification,
  noMissingCommits,
  noMissingPaths,
  noMissingPullRequests,
  noMissingRoutes,
  noMissingScripts,
  noMissingSymbols,
  noUnfrozenChanges,
  noUnknownEnvVars,
  requiredSections,
  validMutationContract,
  validRecordTables,
]

/** Every rule about code, in the order of their ids. */
export const codeRules: readonly CodeRule[] = [
  contractTablesOnly,
  deployScriptMigrateOnly,
  noBypassFlags,
  noProductionDatabaseUrl,
  noUnlistedMutationScripts,
  requireCiGuard,
  requireEnvironmentFingerprint,
]
