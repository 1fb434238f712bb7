import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
if (process.env.CI) {
  console.error('Do not run the seed in CI')
  process.exit(1)
}
await prisma.user.create({ data: {} }) // expect: require-ci-guard
