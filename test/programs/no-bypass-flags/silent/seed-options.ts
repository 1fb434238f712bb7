import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
await prisma.product.createMany({ data: [{ sku: 'a' }], skipDuplicates: true })
const rows = await prisma.product.findMany({ skip: 20, take: 10 })
console.log(rows.length, process.env.FORCE_COLOR, process.env.NO_COLOR)
