import { neon } from '@neondatabase/serverless'
const sql = neon(process.env.DATABASE_URL!)
await sql`INSERT INTO pages (slug) VALUES (${slug})` // expect: no-unlisted-mutation-scripts
