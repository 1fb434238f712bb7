import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
async function* pages() {
  yield await prisma.user.findMany()
}
if (!process.env.CI) throw new Error('CI only')
for await (const page of pages()) console.log(page.length)
