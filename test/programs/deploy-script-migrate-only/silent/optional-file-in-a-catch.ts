// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

let version = 'unknown'
try {
  version = JSON.parse(readFileSync('package.json', 'utf8')).version
} catch {}
console.log(`deploying ${version}`)
execSync('npx prisma migrate deploy')
