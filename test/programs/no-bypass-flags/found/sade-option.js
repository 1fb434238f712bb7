import sade from 'sade'
import mysql from 'mysql2/promise'

sade('purge').option('--ignore-guard', 'do it anyway').action(async (opts) => {
  if (!opts['ignore-guard'] && process.env.CI === undefined) process.exit(1) // expect: no-bypass-flags
  const db = await mysql.createConnection(process.env.DATABASE_URL)
  await db.execute('DELETE FROM logs')
}).parse(process.argv)
