// settings: {"deployScripts": ["scripts/program.ts"]}
import { execSync } from 'node:child_process'
import { enforceCIOnlyExecution } from '../lib/ci-enforcement'
import { validateEnvironmentFingerprint } from '../lib/env-fingerprint'

enforceCIOnlyExecution()
await validateEnvironmentFingerprint('prod')
execSync('npx prisma migrate deploy', { stdio: 'inherit' })
// file: lib/ci-enforcement.ts
export function enforceCIOnlyExecution(): void { if (process.env.CI !== 'true') throw new Error('CI only') }
// file: lib/env-fingerprint.ts
import { Client } from 'pg'
export async function validateEnvironmentFingerprint(expected: string): Promise<void> {
  const client = new Client(process.env.DATABASE_URL)
  await client.connect()
  const { rows } = await client.query('select environment from database_metadata')
  if (rows[0]?.environment !== expected) throw new Error('wrong database')
}
