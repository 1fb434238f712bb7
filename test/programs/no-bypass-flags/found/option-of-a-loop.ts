import { PrismaClient } from '@prisma/client'

let force = false
for (const arg of process.argv.slice(2)) {
  if (arg === '--force') force = true // expect: no-bypass-flags
}
if (!force && process.env.CI !== 'true') throw new Error('CI only')
await new PrismaClient().item.deleteMany({})
