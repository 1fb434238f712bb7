import { Pool } from 'pg'
const allowed = process.env.CI === 'true' || process.env.ALLOW_LOCAL === '1'
if (!allowed) {
  throw new Error('CI only')
}
await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
