import { Pool } from 'pg'

async function isProductionDatabase(url: string): Promise<boolean> {
  const probe = new Pool({ connectionString: url, max: 1 })
  const { rows } = await probe.query('select value from app_meta where key = $1', ['environment'])
  await probe.end()
  return rows[0]?.value === 'production'
}

async function main() {
  if (!(await isProductionDatabase(process.env.DATABASE_URL!))) {
    console.error('This is not the production database')
    process.exit(1)
  }

  const pool = new Pool({ connectionString: process.env.DATABASE_URL })
  await pool.query("update accounts set tier = 'basic' where tier = 'trial'")
  await pool.end()
}

main()
