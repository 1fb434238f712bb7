import { PrismaClient } from '@prisma/client'

const url = process.env.DATABASE_URL ?? 'postgres://owner:q1w2e3@ep-cool-river-123456.eu-central-1.aws.neon.tech/shop' // expect: no-production-database-url
export const prisma = new PrismaClient({ datasources: { db: { url } } })
