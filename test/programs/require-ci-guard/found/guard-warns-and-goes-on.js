const { Pool } = require('pg')

const pool = new Pool({ connectionString: process.env.DATABASE_URL })

function warnIfLocal() {
  if (!process.env.CI) {
    console.warn('!!! You are not in CI. Press Ctrl+C within 5 seconds to abort !!!')
    return new Promise((resolve) => setTimeout(resolve, 5000))
  }
}

async function main() {
  await warnIfLocal()
  const { rowCount } = await pool.query('DELETE FROM sessions WHERE expires_at < now()') // expect: require-ci-guard
  console.log('removed', rowCount)
  await pool.end()
}

main()
