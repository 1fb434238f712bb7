import { PrismaClient } from '@prisma/client'
import { enforceCi } from '../lib/guard'

enforceCi({ force: process.argv.includes('--force') }) // expect: no-bypass-flags
await new PrismaClient().item.deleteMany({})
// file: lib/guard.ts
export function enforceCi(options: { force?: boolean } = {}): void {
  if (options.force) return
  if (process.env.CI !== 'true') throw new Error('CI only')
}
