// options: {"before": "first-write"}
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
await prisma.$transaction(async (tx) => {
  await tx.plan.updateMany({ data: { active: false } }) // expect: require-environment-fingerprint
  const meta = await tx.databaseMetadata.findFirst()
  if (meta?.environment !== 'production') throw new Error('wrong database')
})
