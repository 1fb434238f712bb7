import type { PrismaClient } from '@prisma/client'
import { enforceCi } from '../lib/ci'
enforceCi()
const { prisma } = (await import('../lib/prisma')) as { prisma: PrismaClient }
await prisma.user.deleteMany()
// file: lib/prisma.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
// file: lib/ci.ts
export const enforceCi = () => void (process.env.CI === 'true' || process.exit(1))
