import { PrismaClient } from '@prisma/client'

const isLocal = process.env.CI !== 'true'
if (isLocal && process.env.ALLOW_LOCAL !== '1') { // expect: no-bypass-flags
  console.error('CI only')
  process.exit(1)
}
await new PrismaClient().item.deleteMany({})
