import Database from 'better-sqlite3'
import { join } from 'node:path'

const db = new Database(join(process.env.DATA_DIR ?? '/var/lib/app', 'app.db'))
db.pragma('journal_mode = WAL')

const all = db.prepare('SELECT id, email FROM subscribers WHERE confirmed = 0')
const drop = db.prepare('DELETE FROM subscribers WHERE id = ?') // expect: no-unlisted-mutation-scripts

const purge = db.transaction((rows) => {
  for (const { id } of rows) drop.run(id)
})

purge(all.all())
db.close()
