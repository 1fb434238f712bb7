import { Pool } from 'pg'
const pool = new Pool()
pool.on('error', (error) => {
  console.error(error)
})
const isPipeline = (): boolean => Boolean(process.env.GITHUB_ACTIONS)
if (!isPipeline()) {
  await pool.end()
  process.exit(1)
}
await pool.query('TRUNCATE staging_import')
