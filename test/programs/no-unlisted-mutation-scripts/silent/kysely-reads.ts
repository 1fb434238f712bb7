import { Kysely, sql } from 'kysely'
const db = new Kysely<any>({ dialect })
await db.selectFrom('person').selectAll().execute()
await sql`select 1`.execute(db)
