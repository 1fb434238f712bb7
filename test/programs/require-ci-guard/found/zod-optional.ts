import { z } from 'zod'
import { Pool } from 'pg'
const env = z.object({ CI: z.literal('true').optional(), DATABASE_URL: z.string() }).parse(process.env)
await new Pool({ connectionString: env.DATABASE_URL }).query('DELETE FROM sessions') // expect: require-ci-guard
