import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
async function main({ skipGuard = false }: { skipGuard?: boolean } = {}) {
  if (!skipGuard && process.env.CI !== 'true') throw new Error('CI only')
  await prisma.user.deleteMany()
}
await main()
