import postgres from 'postgres'
const sql = postgres(process.env.DATABASE_URL!)
await sql`delete from cache where expires < now()` // expect: no-unlisted-mutation-scripts
