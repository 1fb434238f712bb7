import { PrismaClient } from '@prisma/client'
import { validateEnvironmentFingerprint } from '@acme/fingerprint'
await validateEnvironmentFingerprint(process.env.DEV_DATABASE_URL, 'dev')
await validateEnvironmentFingerprint(process.env.PROD_DATABASE_URL, 'prod')
const dev = new PrismaClient({ datasources: { db: { url: process.env.DEV_DATABASE_URL } } })
const prod = new PrismaClient({ datasources: { db: { url: process.env.PROD_DATABASE_URL } } })
const services = await dev.service.findMany()
for (const service of services) await prod.service.upsert({ where: { id: service.id }, create: service, update: service })
