import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
function enforceCi() {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
try {
  enforceCi()
} catch (error) {
  console.error(error)
  process.exit(1)
}
await prisma.user.deleteMany()
