import { PrismaClient } from '@prisma/client'

if (process.env.SKIP_CI_CHECK || process.env.BYPASS_GUARD) {
  throw new Error('bypass variables are not allowed')
}
if (process.env.CI !== 'true') throw new Error('CI only')
await new PrismaClient().item.deleteMany({})
