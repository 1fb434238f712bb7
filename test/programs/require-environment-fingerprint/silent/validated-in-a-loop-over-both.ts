import { PrismaClient } from '@prisma/client'
import { validateEnvironmentFingerprint } from '@acme/safety'
const targets = [[process.env.DEV_DATABASE_URL, 'development'], [process.env.PROD_DATABASE_URL, 'production']] as const
for (const [url, environment] of targets) await validateEnvironmentFingerprint(url, environment)
const prisma = new PrismaClient()
await prisma.cart.deleteMany()
