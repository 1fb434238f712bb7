import { PrismaClient } from '@prisma/client'

if (!process.env.SKIP_ENV_VALIDATION) {
  throw new Error('run this with SKIP_ENV_VALIDATION=1, as the build does')
}
await new PrismaClient().item.deleteMany({})
