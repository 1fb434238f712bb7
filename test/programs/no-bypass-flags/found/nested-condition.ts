import { PrismaClient } from '@prisma/client'

if (process.env.CI !== 'true') {
  if (process.env.I_KNOW_WHAT_I_AM_DOING_SKIP_GUARD !== '1') { // expect: no-bypass-flags
    throw new Error('CI only')
  }
}
await new PrismaClient().cart.deleteMany()
