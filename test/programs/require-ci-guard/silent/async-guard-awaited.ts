import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
async function enforceCi() {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
async function main() {
  await enforceCi()
  await prisma.user.deleteMany()
}
void main()
