import { isCI } from './is-ci'
import { Pool } from 'pg'
if (!isCI) process.exit(1)
await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
// file: scripts/is-ci.ts
export const isCI = true
