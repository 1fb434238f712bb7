const mysql = require('mysql2/promise')
;(async () => {
  const connection = await mysql.createConnection(process.env.DATABASE_URL)
  await connection.execute('UPDATE `users` SET `plan` = ? WHERE `plan` IS NULL', ['free']) // expect: no-unlisted-mutation-scripts
})()
