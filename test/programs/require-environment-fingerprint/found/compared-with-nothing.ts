// options: {"before": "first-write"}
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
const metadata = await prisma.databaseMetadata.findUnique({ where: { id: 'singleton' } })
if (metadata?.environment === undefined) throw new Error('no metadata')
await prisma.service.updateMany({ data: { isActive: true } }) // expect: require-environment-fingerprint
