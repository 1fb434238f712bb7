// settings: {"deployScripts": ["scripts/*"]}
import { run } from '../lib/run'

run('npx prisma migrate deploy') // expect: deploy-script-migrate-only
// file: lib/run.ts
import { execSync } from 'node:child_process'
export function run(command: string): void {
  try {
    execSync(command, { stdio: 'inherit' })
  } catch (error) {
    console.error('failed:', error)
  }
}
