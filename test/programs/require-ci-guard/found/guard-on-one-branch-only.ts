import { PrismaClient } from '@prisma/client'
import { enforceCi } from '../src/ci'
const prisma = new PrismaClient()
const target = process.argv[2]
if (target === 'production') enforceCi()
await prisma.user.deleteMany() // expect: require-ci-guard
// file: src/ci.ts
export function enforceCi(): void {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
