const Database = require('better-sqlite3')
const db = new Database('prod.db', { fileMustExist: true })
const insert = db.prepare('INSERT INTO cats (name) VALUES (@name)') // expect: no-unlisted-mutation-scripts
const insertMany = db.transaction((cats) => {
  for (const cat of cats) insert.run(cat)
})
insertMany([{ name: 'Joey' }])
