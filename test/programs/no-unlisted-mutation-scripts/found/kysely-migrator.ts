import { promises as fs } from 'node:fs'
import path from 'node:path'
import { FileMigrationProvider, Migrator } from 'kysely'
import { db } from '../src/database'
const migrator = new Migrator({ db, provider: new FileMigrationProvider({ fs, path, migrationFolder: 'migrations' }) })
const { error } = await migrator.migrateToLatest() // expect: no-unlisted-mutation-scripts
if (error) process.exit(1)
// file: src/database.ts
import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
export const db = new Kysely({ dialect: new PostgresDialect({ pool: new Pool() }) })
