// options: {"before": "first-write"}
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
await prisma.service.updateMany({ data: { isActive: true } }) // expect: require-environment-fingerprint
const metadata = await prisma.databaseMetadata.findUnique({ where: { id: 'singleton' } })
if (metadata?.environment !== 'production') throw new Error('not production')
