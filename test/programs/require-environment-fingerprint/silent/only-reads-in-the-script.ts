import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
console.log(await prisma.cart.groupBy({ by: ['state'], _count: true }))
