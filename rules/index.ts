/** The only registry of rules. */
import type { DocRule } from '../src/core/rule.ts'
import { noBrokenLinks } from './docs/no-broken-links.ts'
import { noMissingCommits } from './docs/no-missing-commits.ts'
import { noMissingPaths } from './docs/no-missing-paths.ts'
import { noMissingScripts } from './docs/no-missing-scripts.ts'

/** Every rule about documents, in the order of their ids. */
export const docRules: readonly DocRule[] = [
  noBrokenLinks,
  noMissingCommits,
  noMissingPaths,
  noMissingScripts,
]
