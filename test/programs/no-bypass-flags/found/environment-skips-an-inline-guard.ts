import { PrismaClient } from '@prisma/client'

if (process.env.CI !== 'true' && !process.env.FORCE_LOCAL) { // expect: no-bypass-flags
  console.error('CI only')
  process.exit(1)
}
await new PrismaClient().item.deleteMany()
