import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
if (process.env.CI !== 'true') throw new Error('CI only')
const user = await prisma.user.findFirstOrThrow()
if (user.allowMarketing && !user.ignoreMails) await prisma.mail.create({ data: { to: user.id } })
