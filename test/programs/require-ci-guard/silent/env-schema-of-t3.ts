import { createEnv } from '@t3-oss/env-core'
import { z } from 'zod'

const env = createEnv({
  server: {
    CI: z.literal('true'),
    DATABASE_URL: z.string().url(),
  },
  runtimeEnv: process.env,
})

const { default: postgres } = await import('postgres')
const sql = postgres(env.DATABASE_URL)
await sql`delete from idempotency_keys where created_at < now() - interval '7 days'`
await sql.end()
