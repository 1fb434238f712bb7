// settings: {"deployScripts": ["scripts/program.ts"]}
import { execSync } from 'node:child_process'
import { afterDeploy } from '../lib/after'

execSync('npx prisma migrate deploy')
afterDeploy() // expect: deploy-script-migrate-only
// file: lib/after.ts
import { execSync } from 'node:child_process'
export function afterDeploy(): void {
  execSync('npx prisma db seed')
}
