// settings: {"deployScripts": ["scripts/*"]}
import { promises as fs } from 'node:fs'
import path from 'node:path'
import { FileMigrationProvider, Kysely, Migrator, PostgresDialect } from 'kysely'
import { Pool } from 'pg'

const db = new Kysely<object>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: process.env.DATABASE_URL }) }) })
const migrator = new Migrator({ db, provider: new FileMigrationProvider({ fs, path, migrationFolder: path.resolve('migrations') }) })
const { error, results } = await migrator.migrateToLatest()
for (const result of results ?? []) console.log(result.migrationName, result.status)
if (error) {
  console.error(error)
  process.exit(1)
}
await db.destroy()
