if (process.env.CI !== 'true') throw new Error('CI only')
const { prisma } = await import('../lib/prisma')
await prisma.user.deleteMany()
// file: lib/prisma.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
await prisma.$connect()
