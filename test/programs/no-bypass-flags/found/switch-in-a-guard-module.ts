import { assertProductionSafe } from '../lib/safe'
import { prisma } from '../lib/client'

assertProductionSafe()
await prisma.booking.deleteMany({ where: { stale: true } })
// file: lib/client.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
// file: lib/safe.ts
const bypass = process.env['DANGEROUSLY_SKIP_SAFETY'] === 'true' // expect: no-bypass-flags
export function assertProductionSafe(): void {
  if (bypass) {
    console.warn('safety skipped')
    return
  }
  if (process.env.CI !== 'true') throw new Error('CI only')
}
