/** The only registry of rules. */
import type { DocRule } from '../src/core/rule.ts'
import { noMissingPaths } from './docs/no-missing-paths.ts'

/** Every rule about documents, in the order of their ids. */
export const docRules: readonly DocRule[] = [
  noMissingPaths,
] as unknown as readonly DocRule[]
