import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient({ datasources: { db: { url: process.env.PROD_DATABASE_URL } } }) // expect: no-production-database-url
await prisma.user.findMany()
