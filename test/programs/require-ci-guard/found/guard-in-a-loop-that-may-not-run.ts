import { Pool } from 'pg'
const pool = new Pool()
for (const name of process.argv.slice(2)) {
  if (!process.env.CI) throw new Error(`CI only: ${name}`)
}
await pool.query('DELETE FROM sessions') // expect: require-ci-guard
