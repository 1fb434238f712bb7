import { Pool } from 'pg'
const isCI = process.env.CI === 'true' || process.env.GITHUB_ACTIONS === 'true'
if (!isCI) {
  throw new Error('CI only')
}
await new Pool().query('DELETE FROM sessions')
