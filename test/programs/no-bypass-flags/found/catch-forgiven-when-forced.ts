import { PrismaClient } from '@prisma/client'

function enforceCi() {
  if (process.env.CI !== 'true') throw new Error('CI only')
}

try {
  enforceCi()
} catch (error) {
  if (!process.argv.includes('--force')) throw error // expect: no-bypass-flags
}
await new PrismaClient().coupon.deleteMany()
