import '../lib/validate'
import { prisma } from '../lib/prisma'
await prisma.service.updateMany({ data: { isActive: true } })
// file: lib/validate.ts
import { verifyDatabaseEnvironment } from '@acme/fingerprint'
await verifyDatabaseEnvironment('production')
// file: lib/prisma.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
