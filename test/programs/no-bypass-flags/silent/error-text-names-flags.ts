import { PrismaClient } from '@prisma/client'

if (process.env.CI !== 'true') {
  throw new Error('CI only. There is no --force, no SKIP_CI_CHECK and no --no-verify.')
}
await new PrismaClient().item.deleteMany({})
