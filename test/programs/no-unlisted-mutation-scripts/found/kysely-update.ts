import { Kysely, PostgresDialect } from 'kysely'
const db = new Kysely<any>({ dialect: new PostgresDialect({}) })
await db.updateTable('person').set({ checked: true }).where('id', '>', 5).execute() // expect: no-unlisted-mutation-scripts
