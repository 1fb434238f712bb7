// options: {"before": "first-write"}
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
const { fingerprint } = await prisma.databaseMetadata.findFirstOrThrow()
console.log('fingerprint', fingerprint)
await prisma.service.updateMany({ data: { isActive: true } }) // expect: require-environment-fingerprint
