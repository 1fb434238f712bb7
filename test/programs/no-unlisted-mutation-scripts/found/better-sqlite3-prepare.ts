import Database from 'better-sqlite3'
const db = new Database('data/app.db')
const remove = db.prepare('DELETE FROM links WHERE dead = 1') // expect: no-unlisted-mutation-scripts
remove.run()
