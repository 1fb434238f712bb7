import { PrismaClient } from '@prisma/client'

if (process.env.CI !== 'true') throw new Error('CI only')
const prisma = new PrismaClient()
const users = await prisma.user.findMany({ where: { allowMarketing: true } })
for (const user of users) {
  if (user.disableNotifications) continue
  await prisma.notification.create({ data: { userId: user.id, forceRead: false } })
}
