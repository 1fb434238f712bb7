import { Kysely, sql } from 'kysely'
const db = new Kysely<any>({ dialect })
await sql`alter table person drop column nick`.execute(db) // expect: no-unlisted-mutation-scripts
