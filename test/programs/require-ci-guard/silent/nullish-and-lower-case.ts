import { PrismaClient } from '@prisma/client'
const ci = (process.env.CI ?? '').trim().toLowerCase()
if (ci !== 'true' && ci !== '1') throw new Error('CI only')
await new PrismaClient().user.deleteMany()
