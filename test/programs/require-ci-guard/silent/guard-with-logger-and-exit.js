const { Pool } = require('pg')
const pino = require('pino')

const log = pino({ name: 'prune-sessions' })

const inCi = Boolean(process.env.CI)
if (!inCi) {
  log.fatal('prune-sessions must be started by the nightly workflow')
  process.exit(2)
}

const pool = new Pool({ connectionString: process.env.DATABASE_URL })

async function main() {
  const { rowCount } = await pool.query('DELETE FROM sessions WHERE expires_at < now()')
  log.info({ rowCount }, 'done')
}

main().catch((error) => {
  log.error(error)
  process.exit(1)
}).finally(() => pool.end())
