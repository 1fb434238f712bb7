import { PrismaClient } from '@prisma/client'
import { validateFingerprint } from '../lib/fingerprint'
const from = process.env.DEV_DATABASE_URL
const to = process.env.PROD_DATABASE_URL
await validateFingerprint(from, 'dev')
await validateFingerprint(to, 'prod')
const dev = new PrismaClient({ datasourceUrl: from })
const prod = new PrismaClient({ datasourceUrl: to })
for (const row of await dev.plan.findMany()) await prod.plan.create({ data: row })
// file: lib/fingerprint.ts
import { Client } from 'pg'
export async function validateFingerprint(url: string, expected: string): Promise<void> {
  const connection = new Client(url)
  await connection.connect()
  const { rows: [found] } = await connection.query('SELECT environment FROM database_metadata')
  if (found.environment !== expected) throw new Error('wrong database')
}
