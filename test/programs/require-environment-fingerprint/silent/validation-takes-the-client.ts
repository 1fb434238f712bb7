// options: {"before": "first-write"}
import { PrismaClient } from '@prisma/client'
import { verifyDatabaseEnvironment } from '../lib/verify'
const prisma = new PrismaClient()
await verifyDatabaseEnvironment(prisma)
await prisma.service.updateMany({ data: { isActive: true } })
// file: lib/verify.ts
import type { PrismaClient } from '@prisma/client'
import assert from 'node:assert'
export async function verifyDatabaseEnvironment(prisma: PrismaClient) {
  const row = await prisma.databaseMetadata.findFirstOrThrow()
  assert.equal(row.environment, 'production')
}
