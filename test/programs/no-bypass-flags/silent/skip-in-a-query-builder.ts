import { PrismaClient } from '@prisma/client'

if (process.env.CI !== 'true') throw new Error('CI only')
const prisma = new PrismaClient()
const skip = Number(process.env.SKIP ?? 0)
const page = await prisma.item.findMany({ skip, take: 100 })
for (const item of page) {
  if (item.skipSync) continue
  await prisma.item.update({ where: { id: item.id }, data: { synced: true } })
}
