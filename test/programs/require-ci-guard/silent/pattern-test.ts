import { PrismaClient } from '@prisma/client'
if (!/^(?:1|true)$/i.test(process.env.CI ?? '')) throw new Error('CI only')
await new PrismaClient().user.deleteMany()
