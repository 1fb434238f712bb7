import { PrismaClient } from '@prisma/client'

const url = process.env.DATABASE_URL ?? 'postgresql://postgres:postgres@127.0.0.1:5432/app_production_copy'
const docs = 'https://docs.acme.com/production/database'

if (/prod/i.test(new URL(url).hostname)) {
  throw new Error(`Refusing to talk to production, see ${docs}`)
}

const prisma = new PrismaClient({ datasources: { db: { url } } })
console.log(await prisma.user.count())
await prisma.$disconnect()
