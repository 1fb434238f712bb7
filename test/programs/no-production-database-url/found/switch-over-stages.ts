import postgres from 'postgres'

function urlOf(stage: string): string | undefined {
  switch (stage) {
    case 'staging': return process.env.STAGING_DATABASE_URL
    case 'production': return process.env.DATABASE_URL_PROD // expect: no-production-database-url
    default: return process.env.DATABASE_URL
  }
}
const sql = postgres(urlOf(process.argv[2] ?? 'dev') ?? '')
await sql`select 1`
