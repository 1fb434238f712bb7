import { PrismaClient } from '@prisma/client'
import { enforceCi } from '../lib/guard'

enforceCi({ skip: true })
await new PrismaClient().item.deleteMany({})
// file: lib/guard.ts
export function enforceCi({ skip = false } = {}): void { // expect: no-bypass-flags
  if (!skip && process.env.CI !== 'true') throw new Error('CI only')
}
