import { PrismaClient } from '@prisma/client'
import config from '../lib/config'
import { verifyFingerprint } from '../lib/fingerprint'

if (!config.disableFingerprint) await verifyFingerprint() // expect: no-bypass-flags
await new PrismaClient().stock.deleteMany()
// file: lib/config.ts
export default { disableFingerprint: process.env.DISABLE_FINGERPRINT === 'true' }
// file: lib/fingerprint.ts
export async function verifyFingerprint(): Promise<void> {
  if (process.env.DATABASE_FINGERPRINT !== 'blue-heron') throw new Error('wrong environment')
}
