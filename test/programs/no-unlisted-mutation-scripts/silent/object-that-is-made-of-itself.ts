import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
let options = { a: 1 }
options = { ...options, ...prisma.$extends }
console.log(options.b.c.d.deleteMany(), await prisma.user.count())
