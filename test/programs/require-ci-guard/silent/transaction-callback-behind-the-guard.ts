import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
if (process.env.CI !== 'true') throw new Error('CI only')
await prisma.$transaction(async (tx) => {
  await tx.user.deleteMany()
})
