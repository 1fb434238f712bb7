import { validateEnvironmentFingerprint } from '@acme/fingerprint'
await validateEnvironmentFingerprint('production')
const { prisma } = await import('../lib/prisma')
await prisma.service.updateMany({ data: { isActive: true } })
// file: lib/prisma.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
