// settings: {"deployScripts": ["scripts/*"]}
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool } from 'pg'
import { settings } from '../src/schema'

const db = drizzle(new Pool({ connectionString: process.env.DATABASE_URL }))
await migrate(db, { migrationsFolder: './drizzle' })
await db.insert(settings).values({ key: 'deployed', value: 'yes' }) // expect: deploy-script-migrate-only
