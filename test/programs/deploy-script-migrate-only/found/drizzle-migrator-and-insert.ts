// settings: {"deployScripts": ["scripts/program.ts"]}
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { releases } from '../src/schema'

const client = postgres(process.env.DATABASE_URL!, { max: 1 })
const db = drizzle(client)

await migrate(db, { migrationsFolder: 'drizzle' })
await db.insert(releases).values({ version: process.env.GITHUB_SHA! }) // expect: deploy-script-migrate-only
await client.end()
// file: src/schema.ts
import { pgTable, text } from 'drizzle-orm/pg-core'
export const releases = pgTable('releases', { version: text('version') })
