import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const skip = Number(process.argv[2] ?? 0)
const rows = await prisma.item.findMany({ skip, take: 50 })
if (!skip && rows.length === 0) throw new Error('nothing there')
await prisma.item.createMany({ data: rows, skipDuplicates: true })
