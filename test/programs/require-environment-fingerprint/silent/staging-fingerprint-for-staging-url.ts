import { verifyDatabaseEnvironment } from '@acme/db-safety'

const url = process.env.STAGING_DATABASE_URL
if (!url) throw new Error('STAGING_DATABASE_URL is not set')

await verifyDatabaseEnvironment(url, 'staging')

const { PrismaClient } = await import('@prisma/client')
const prisma = new PrismaClient({ datasources: { db: { url } } })
await prisma.tenant.updateMany({ data: { migrated: true } })
await prisma.$disconnect()
