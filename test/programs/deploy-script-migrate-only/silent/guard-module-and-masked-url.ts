// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { requireCi } from '../lib/require-ci'

requireCi()
const url = new URL(process.env.DATABASE_URL ?? '')
console.log(`migrating ${url.hostname} with ${readdirSync('prisma/migrations').length} migrations`)
console.log(JSON.parse(readFileSync('package.json', 'utf8')).version)
execSync('npx prisma migrate deploy', { stdio: 'inherit' })
// file: lib/require-ci.ts
export function requireCi(): void {
  if (process.env.CI !== 'true') {
    console.error('CI only')
    process.exit(1)
  }
}
