import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import Database from 'better-sqlite3'
const db = drizzle(new Database(process.env.DB_FILE))
db.run(sql`DELETE FROM ${sql.identifier('sessions')}`) // expect: no-unlisted-mutation-scripts
