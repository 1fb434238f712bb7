import { PrismaClient } from '@prisma/client'
import { assertCi } from './lib/assert-ci'
assertCi({ allowLocal: true })
const prisma = new PrismaClient()
await prisma.coupon.deleteMany() // expect: require-ci-guard
// file: scripts/lib/assert-ci.ts
export function assertCi({ allowLocal = false } = {}) {
  if (allowLocal) return
  if (process.env.CI !== 'true') throw new Error('CI only')
}
