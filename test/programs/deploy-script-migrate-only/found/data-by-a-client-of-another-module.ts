// settings: {"deployScripts": ["scripts/program.ts"]}
import { execSync } from 'node:child_process'
import { db } from '../lib/db'

execSync('npx drizzle-kit migrate')
await db.query('update settings set migrated = true') // expect: deploy-script-migrate-only
// file: lib/db.ts
import { Pool } from 'pg'
export const db = new Pool({ connectionString: process.env.DATABASE_URL })
