import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
async function enforceCi() {
  if (!process.env.CI) throw new Error('CI only')
}
await Promise.allSettled([enforceCi()])
await prisma.user.deleteMany() // expect: require-ci-guard
