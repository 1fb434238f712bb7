import { PrismaClient } from '@prisma/client'

const isForced = (): boolean => process.env.FORCE === '1' // expect: no-bypass-flags

if (!isForced() && process.env.CI !== 'true') throw new Error('CI only')
await new PrismaClient().item.deleteMany({})
