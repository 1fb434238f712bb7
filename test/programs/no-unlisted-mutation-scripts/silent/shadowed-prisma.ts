import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
function report(prisma: { user: { create(x: unknown): void } }) {
  prisma.user.create({})
}
report({ user: { create: x => console.log(x) } })
console.log(await prisma.user.count())
