import { Pool } from 'pg'
const pool = new Pool()
if (process.env.CI === 'true') {
  console.log('Would delete sessions')
} else {
  await pool.query('DELETE FROM sessions') // expect: require-ci-guard
}
