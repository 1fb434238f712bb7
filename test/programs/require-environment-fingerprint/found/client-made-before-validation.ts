import { PrismaClient } from '@prisma/client'
import { validateEnvironmentFingerprint } from '../lib/env-fingerprint'

const prisma = new PrismaClient() // expect: require-environment-fingerprint

async function main() {
  await validateEnvironmentFingerprint(process.env.DATABASE_URL!, 'production')
  await prisma.plan.updateMany({ where: { legacy: true }, data: { hidden: true } })
}

main().finally(() => prisma.$disconnect())
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
