import { PrismaClient } from '@prisma/client'

if (process.env.CI !== 'true') throw new Error('CI only')

const PAGE = Number(process.env.PAGE_SIZE ?? 500)
const ALLOWED_ORIGINS = (process.env.ALLOWED_ORIGINS ?? '').split(',')
const color = process.env.FORCE_COLOR !== '0' && process.stdout.isTTY

const prisma = new PrismaClient()
for (let skip = 0; ; skip += PAGE) {
  const apps = await prisma.app.findMany({ skip, take: PAGE, orderBy: { id: 'asc' } })
  if (apps.length === 0) break
  await prisma.app.updateMany({ where: { id: { in: apps.map((app) => app.id) } }, data: { origins: ALLOWED_ORIGINS } })
  console.log(color ? `\u001B[32m${skip}\u001B[0m` : skip)
}
await prisma.$disconnect()
