import { neon } from '@neondatabase/serverless'

const sql = neon(process.env.DATABASE_URL || 'postgresql://app:npg_9a@ep-cool-darkness-123456.us-east-2.aws.neon.tech/neondb') // expect: no-production-database-url
console.log(await sql`select now()`)
