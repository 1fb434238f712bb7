import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
function enforceCi() {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
try {
  enforceCi()
} catch (error) {
  console.warn(error)
}
await prisma.user.deleteMany() // expect: require-ci-guard
