import ci from 'ci-info'
import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
if (ci.isPR) console.log('this is a pull request')
if (ci.name === undefined) console.warn('unknown service')
const db = new Kysely<any>({ dialect: new PostgresDialect({ pool: new Pool() }) })
await db.deleteFrom('locks').execute() // expect: require-ci-guard
