import { PrismaClient } from '@prisma/client'

if (process.env.CI !== 'true') {
  console.error('This script runs in CI only.')
  process.exit(1)
}

const prisma = new PrismaClient()

async function main() {
  await prisma.user.create({ data: { email: 'a@example.org' } })
}

main().finally(() => prisma.$disconnect())
