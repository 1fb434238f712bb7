import { PrismaClient } from '@prisma/client'

const url = process.env.DATABASE_URL || 'postgresql://app:s3cr3t@prod-db.cluster-abc123.eu-central-1.rds.amazonaws.com:5432/app' // expect: no-production-database-url

const prisma = new PrismaClient({ datasources: { db: { url } } })
console.log(await prisma.user.count())
await prisma.$disconnect()
