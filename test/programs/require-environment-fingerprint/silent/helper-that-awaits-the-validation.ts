import { guarded } from './lib/guarded'
await guarded(async () => {
  const { prisma } = await import('../lib/prisma')
  await prisma.cart.deleteMany()
})
// file: scripts/lib/guarded.ts
import { validateEnvironmentFingerprint } from '@acme/safety'
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  await validateEnvironmentFingerprint(process.env.DATABASE_URL!, 'production')
  return work()
}
// file: lib/prisma.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
