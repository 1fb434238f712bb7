import { PrismaClient } from '@prisma/client'

if (process.env.CI !== 'true') throw new Error('CI only')
if (process.env.FORCE_FINGERPRINT === '1' && process.env.DATABASE_FINGERPRINT !== 'blue') throw new Error('not blue')
await new PrismaClient().plan.deleteMany()
