import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
async function enforceCi() {
  if (!process.env.CI) throw new Error('CI only')
}
const checked = enforceCi()
console.log('checking')
await checked
await prisma.user.deleteMany()
