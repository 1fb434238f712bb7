import { PrismaClient } from '@prisma/client'
import { enforceCi } from '../lib/guard'

enforceCi()
await new PrismaClient().item.deleteMany({})
// file: lib/guard.ts
export function enforceCi(): void {
  if (process.env.OVERRIDE_CI_GUARD) { // expect: no-bypass-flags
    console.warn('guard overridden')
    return
  }
  if (process.env.CI !== 'true') throw new Error('CI only')
}
