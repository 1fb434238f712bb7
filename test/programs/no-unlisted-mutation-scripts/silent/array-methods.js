const { Pool } = require('pg')
const pool = new Pool()
async function main() {
  const { rows } = await pool.query('SELECT id FROM users')
  const ids = []
  for (const row of rows) ids.push(row.id)
  ids.fill(0)
  console.log(ids.map(String).join())
}
main()
