import { PrismaClient } from '@prisma/client'
import { validateEnvironmentFingerprint } from '@acme/safety'
async function main(prisma = new PrismaClient()) { // expect: require-environment-fingerprint
  await validateEnvironmentFingerprint(process.env.DATABASE_URL!, 'production')
  await prisma.plan.updateMany({ data: { active: false } })
}
await main()
