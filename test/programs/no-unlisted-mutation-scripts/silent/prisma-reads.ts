import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
const count = await prisma.user.count()
const rows = await prisma.$queryRaw`SELECT "updatedAt", "deleted" FROM "User" WHERE name = 'DELETE FROM x'`
await prisma.$transaction([prisma.user.findMany(), prisma.post.findFirst()])
console.log(count, rows)
