import postgres from 'https://deno.land/x/postgresjs/mod.js'

const sql = postgres(Deno.env.get('PROD_DATABASE_URL')) // expect: no-production-database-url
await sql`SELECT 1`
