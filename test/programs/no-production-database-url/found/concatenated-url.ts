import postgres from 'postgres'

const host = 'production-db.acmeshop.io'
const sql = postgres('postgres://reader:secret@' + host + '/shop') // expect: no-production-database-url
await sql`SELECT 1`
