import { prisma } from '../lib/prisma' // expect: require-environment-fingerprint
import { validateEnvironmentFingerprint } from '@acme/fingerprint'
await validateEnvironmentFingerprint('production')
await prisma.service.updateMany({ data: { isActive: true } })
// file: lib/prisma.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
