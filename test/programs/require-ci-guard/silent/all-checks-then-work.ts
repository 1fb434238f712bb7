import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
async function enforceCi() {
  if (!process.env.CI) throw new Error('CI only')
}
async function checkBranch() {}
await Promise.all([enforceCi(), checkBranch()])
await prisma.user.deleteMany()
