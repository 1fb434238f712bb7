import { PrismaClient } from '@prisma/client'
const force = process.argv.includes('--force')
const prisma = new PrismaClient()
if (process.env.CI !== 'true' && !force) {
  console.error('CI only')
  process.exit(1)
}
await prisma.user.deleteMany() // expect: require-ci-guard
