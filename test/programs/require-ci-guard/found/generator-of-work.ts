import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
async function* pages() {
  yield await prisma.user.findMany() // expect: require-ci-guard
}
for await (const page of pages()) console.log(page.length)
