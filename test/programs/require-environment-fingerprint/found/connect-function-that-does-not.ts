import { connect } from '../lib/database'
const prisma = await connect() // expect: require-environment-fingerprint
await prisma.service.updateMany({ data: { isActive: true } })
// file: lib/database.ts
import { PrismaClient } from '@prisma/client'
export async function connect() {
  return new PrismaClient()
}
