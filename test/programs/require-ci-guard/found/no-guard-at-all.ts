import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

async function main() {
  await prisma.user.create({ data: { email: 'a@example.org' } }) // expect: require-ci-guard
  await prisma.user.create({ data: { email: 'b@example.org' } })
}

main().finally(() => prisma.$disconnect())
