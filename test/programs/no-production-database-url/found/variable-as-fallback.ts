import postgres from 'postgres'

export const sql = postgres(process.env.DATABASE_URL || process.env.PROD_POSTGRES_URL!) // expect: no-production-database-url
