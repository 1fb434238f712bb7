import { env, exit } from 'node:process'
import postgres from 'postgres'
if (env.CI !== 'true') exit(1)
const sql = postgres(env.DATABASE_URL!)
await sql`delete from drafts`
