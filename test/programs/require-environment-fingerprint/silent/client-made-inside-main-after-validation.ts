import { PrismaClient } from '@prisma/client'
import { validateEnvironmentFingerprint } from '../lib/env-fingerprint'

async function main() {
  await validateEnvironmentFingerprint(process.env.DATABASE_URL!, 'production')
  const prisma = new PrismaClient()
  try {
    await prisma.plan.updateMany({ where: { legacy: true }, data: { hidden: true } })
  } finally {
    await prisma.$disconnect()
  }
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
// file: lib/env-fingerprint.ts
import { Client } from 'pg'

export async function validateEnvironmentFingerprint(url: string, expected: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select environment from _environment_fingerprint limit 1')
  await client.end()
  if (rows[0]?.environment !== expected) {
    throw new Error(`Expected ${expected}, database says ${rows[0]?.environment}`)
  }
}
