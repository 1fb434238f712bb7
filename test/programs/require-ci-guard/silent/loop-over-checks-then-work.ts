import { PrismaClient } from '@prisma/client'
const requireCi = () => { if (!process.env.CI) throw new Error('CI only') }
const requireUrl = () => { if (!process.env.DATABASE_URL) throw new Error('no address') }
requireUrl()
requireCi()
const prisma = new PrismaClient()
for (const id of [1, 2]) await prisma.user.delete({ where: { id } })
