// file: packages/lib/jobs/send-mail.ts
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
export const run = async (id: string) => {
  await prisma.mail.update({ where: { id }, data: { sent: true } })
}
