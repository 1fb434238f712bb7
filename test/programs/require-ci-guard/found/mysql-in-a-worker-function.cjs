const mysql = require('mysql2/promise')

exports.handler = async function handler() {
  const connection = await mysql.createConnection(process.env.MYSQL_URL) // expect: require-ci-guard
  await connection.execute('UPDATE coupons SET active = 0 WHERE ends_at < NOW()')
  await connection.end()
}

if (require.main === module) exports.handler()
