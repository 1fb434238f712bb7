import { Pool } from 'pg'
const pool = new Pool()
check: {
  if (process.argv.includes('--quick')) break check
  if (!process.env.CI) throw new Error('CI only')
}
await pool.query('DELETE FROM sessions') // expect: require-ci-guard
