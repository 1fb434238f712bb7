import Database from 'better-sqlite3'
const db = new Database(':memory:')
db.exec('CREATE TABLE t (a int)')
db.prepare('INSERT INTO t VALUES (1)').run()
