const mysql = require('mysql2')
const connection = mysql.createConnection({ host: process.env.DB_HOST })
const parts = ['UPDATE products', 'SET price = price * 1.1', 'WHERE currency = ?']
connection.query(parts.join(' '), ['EUR'], (error) => { // expect: no-unlisted-mutation-scripts
  if (error) throw error
  connection.end()
})
