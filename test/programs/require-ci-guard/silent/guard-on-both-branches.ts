import { PrismaClient } from '@prisma/client'
import { enforceCi } from '../src/ci'
const prisma = new PrismaClient()
if (process.argv[2] === 'production') {
  enforceCi()
  console.log('production')
} else {
  enforceCi()
}
await prisma.user.deleteMany()
// file: src/ci.ts
export function enforceCi(): void {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
