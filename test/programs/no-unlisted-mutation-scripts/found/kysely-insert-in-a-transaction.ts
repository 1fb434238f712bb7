import { Kysely, MysqlDialect } from 'kysely'
import { createPool } from 'mysql2'
const db = new Kysely<Record<string, never>>({ dialect: new MysqlDialect({ pool: createPool(process.env.URL!) }) })
await db.transaction().execute(async (trx) => {
  const latest = await trx.selectFrom('runs').select('id').executeTakeFirst()
  await trx.insertInto('runs').values({ previous: latest?.id }).execute() // expect: no-unlisted-mutation-scripts
})
