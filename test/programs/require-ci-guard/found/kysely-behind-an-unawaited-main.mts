import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
const db = new Kysely<any>({ dialect: new PostgresDialect({ pool: new pg.Pool() }) })
async function guard() {
  await new Promise(resolve => setTimeout(resolve, 10))
  if (process.env.CI !== 'true') throw new Error('CI only')
}
async function main() {
  guard()
  await db.updateTable('carts').set({ open: false }).execute() // expect: require-ci-guard
}
await main()
