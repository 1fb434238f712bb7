import { eq, schema, db } from '@acme/db'
await db.update(schema.users).set({ verified: true }).where(eq(schema.users.domain, 'acme.com')) // expect: no-unlisted-mutation-scripts
// file: package.json
{ "workspaces": ["packages/*"] }
// file: packages/db/package.json
{ "name": "@acme/db", "exports": "./src/index.ts" }
// file: packages/db/src/index.ts
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema'
export * from 'drizzle-orm'
export { schema }
export const db = drizzle(postgres(process.env.DATABASE_URL!), { schema })
// file: packages/db/src/schema.ts
import { pgTable, text, boolean } from 'drizzle-orm/pg-core'
export const users = pgTable('users', { domain: text(), verified: boolean() })
