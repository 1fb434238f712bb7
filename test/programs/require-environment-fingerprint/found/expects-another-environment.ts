import { PrismaClient } from '@prisma/client'
import { validateEnvironmentFingerprint } from '../lib/env-fingerprint'
await validateEnvironmentFingerprint({ url: process.env.PROD_DATABASE_URL, expected: 'development' }) // expect: require-environment-fingerprint
const prisma = new PrismaClient()
await prisma.service.updateMany({ data: { isActive: true } })
// file: lib/env-fingerprint.ts
import { readEnvironment } from '@acme/metadata'
export async function validateEnvironmentFingerprint({ url, expected }: { url?: string, expected: string }) {
  const { environment } = await readEnvironment(url)
  if (environment !== expected) throw new Error('wrong database')
}
