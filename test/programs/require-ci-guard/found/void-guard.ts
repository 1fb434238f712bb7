import { PrismaClient } from '@prisma/client'
import { enforceCi } from './lib/ci'
const prisma = new PrismaClient()
void enforceCi()
await prisma.user.deleteMany() // expect: require-ci-guard
// file: scripts/lib/ci.ts
export async function enforceCi() {
  await Promise.resolve()
  if (process.env.CI !== 'true') throw new Error('CI only')
}
