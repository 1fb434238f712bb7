import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient({ datasources: { db: { url: process.env.PRODUCTION_DATABASE_URL } } }) // expect: no-production-database-url
console.log(await prisma.user.count())
