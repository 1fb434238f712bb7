import { PrismaClient } from '@prisma/client'
const confirmed = process.argv.includes('--confirm')
const prisma = new PrismaClient()
if (process.env.CI !== 'true' || !confirmed) {
  console.error('CI only, with --confirm')
  process.exit(1)
}
await prisma.user.deleteMany()
