import { PrismaClient } from '@prisma/client'
import { assertCi, noop } from '../lib/guard'

process.env.DISABLE_GUARDS === 'true' ? noop() : assertCi() // expect: no-bypass-flags
await new PrismaClient().item.deleteMany({})
// file: lib/guard.ts
export const noop = (): void => undefined
export function assertCi(): void { if (!process.env.CI) throw new Error('CI only') }
