import { env } from '../lib/env'
import { PrismaClient } from '@prisma/client'
if (!env.CI) throw new Error('CI only')
await new PrismaClient().user.deleteMany()
// file: lib/env.ts
import { z } from 'zod'
const schema = z.object({ CI: z.string().optional(), DATABASE_URL: z.string() })
export const env = schema.parse(process.env)
