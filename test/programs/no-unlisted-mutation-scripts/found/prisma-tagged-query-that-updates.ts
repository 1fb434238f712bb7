import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
const rows = await prisma.$queryRaw`UPDATE "Account" SET balance = balance - ${fee} WHERE id = ${id} RETURNING *` // expect: no-unlisted-mutation-scripts
console.log(rows)
