const mysql = require('mysql2/promise')

async function main() {
  const connection = await mysql.createConnection('mysql://app:pw@10-2.db.acmeshop.io/shop_production') // expect: no-production-database-url
  await connection.query('SELECT 1')
}

main()
