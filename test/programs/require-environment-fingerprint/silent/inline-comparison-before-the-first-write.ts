// options: {"before": "first-write"}
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
const metadata = await prisma.databaseMetadata.findUnique({ where: { id: 'singleton' } })
if (metadata?.environment !== 'production') {
  throw new Error(`This is ${metadata?.environment}`)
}
await prisma.service.updateMany({ data: { isActive: true } })
