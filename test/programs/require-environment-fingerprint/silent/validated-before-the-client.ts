import { PrismaClient } from '@prisma/client'
import { validateEnvironmentFingerprint } from '../lib/env-fingerprint'
async function main() {
  await validateEnvironmentFingerprint(process.env.DATABASE_URL!, 'production')
  const prisma = new PrismaClient()
  await prisma.service.updateMany({ data: { isActive: true } })
}
void main()
// file: lib/env-fingerprint.ts
import { Client } from 'pg'
export async function validateEnvironmentFingerprint(url: string, expected: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('SELECT environment FROM database_metadata')
  await client.end()
  if (rows[0]?.environment !== expected) {
    throw new Error(`This is not ${expected}`)
  }
}
