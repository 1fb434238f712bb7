import { PrismaClient } from '@prisma/client'
import { enforceCi } from '../lib/guard'

process.env.SKIP_GUARD || enforceCi() // expect: no-bypass-flags
await new PrismaClient().item.deleteMany({})
// file: lib/guard.ts
export function enforceCi(): void {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
