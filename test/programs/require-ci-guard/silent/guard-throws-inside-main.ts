import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
const main = async () => {
  if (!process.env.CI) throw new Error('CI only')
  await prisma.user.deleteMany()
}
void main()
