// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'node:child_process'
import { assertFingerprint } from '../lib/fingerprint'

const COMMANDS = { deploy: 'npx prisma migrate deploy' } as const

async function main(): Promise<void> {
  await assertFingerprint(process.env.DATABASE_FINGERPRINT)
  execSync(COMMANDS.deploy, { stdio: 'inherit', timeout: 600_000 })
}

main().then(() => console.log('ok'), (error: unknown) => {
  console.error(error)
  process.exit(1)
})
// file: lib/fingerprint.ts
export async function assertFingerprint(expected: string | undefined): Promise<void> {
  if (expected !== 'blue') throw new Error('wrong database')
}
