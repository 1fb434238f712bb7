import { PrismaClient } from '@prisma/client'
const apply = process.argv.includes('--apply')
const prisma = new PrismaClient()
if (!apply) {
  console.log('dry run')
} else {
  await prisma.user.deleteMany() // expect: require-ci-guard
}
