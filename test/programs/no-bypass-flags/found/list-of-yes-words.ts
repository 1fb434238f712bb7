import { PrismaClient } from '@prisma/client'

if (!['1', 'true'].includes(process.env.SKIP_FINGERPRINT ?? '')) { // expect: no-bypass-flags
  await validateFingerprint()
}
await new PrismaClient().item.deleteMany({})

async function validateFingerprint(): Promise<void> {
  if (process.env.FINGERPRINT !== 'prod') throw new Error('wrong database')
}
