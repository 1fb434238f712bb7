import { PrismaClient } from '@prisma/client'

export const POLICY = { skipValidation: false, allowForce: false, ignoreErrors: false }
if (process.env.CI !== 'true') throw new Error('CI only')
await new PrismaClient().item.deleteMany({})
