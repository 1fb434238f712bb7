import { Pool } from 'pg'

async function isProductionDatabase(url: string): Promise<boolean> {
  const probe = new Pool({ connectionString: url, max: 1 })
  const { rows } = await probe.query('select value from app_meta where key = $1', ['environment'])
  await probe.end()
  return rows[0]?.value === 'production'
}

async function main() {
  const ok = await isProductionDatabase(process.env.DATABASE_URL!)
  console.log('fingerprint matches:', ok)

  const pool = new Pool({ connectionString: process.env.DATABASE_URL }) // expect: require-environment-fingerprint
  await pool.query("update accounts set tier = 'basic' where tier = 'trial'")
  await pool.end()
}

main()
