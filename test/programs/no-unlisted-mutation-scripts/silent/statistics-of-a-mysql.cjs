const mysql = require('mysql2/promise')
async function main() {
  const connection = await mysql.createConnection(process.env.URL)
  const [rows] = await connection.execute('SELECT COUNT(*) AS n, MAX(updated_at) FROM `delete_log` WHERE action = ?', ['insert'])
  const [plan] = await connection.query('EXPLAIN SELECT * FROM updates')
  await connection.query('SHOW TABLES')
  await connection.query('SET SESSION max_execution_time = 1000')
  console.table([rows, plan])
  await connection.end()
}
main()
