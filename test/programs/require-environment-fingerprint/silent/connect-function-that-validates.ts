import { connect } from '../lib/database'
const prisma = await connect()
await prisma.service.updateMany({ data: { isActive: true } })
// file: lib/database.ts
import { PrismaClient } from '@prisma/client'
import { assertEnvironmentFingerprint } from '@acme/fingerprint'
export async function connect() {
  await assertEnvironmentFingerprint(process.env.DATABASE_URL)
  return new PrismaClient()
}
