import { prepare } from './lib/prepare'
await prepare()
const { prisma } = await import('../lib/prisma') // expect: require-environment-fingerprint
await prisma.cart.deleteMany()
// file: scripts/lib/prepare.ts
import { validateEnvironmentFingerprint } from '@acme/safety'
export async function prepare() {
  try {
    await validateEnvironmentFingerprint(process.env.DATABASE_URL!, 'production')
  } catch (error) {
    console.warn('could not validate', error)
  }
}
// file: lib/prisma.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
