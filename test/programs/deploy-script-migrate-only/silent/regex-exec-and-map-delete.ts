// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'node:child_process'

const version = /v(\d+)/.exec(process.version)
const seen = new Map<string, string>()
seen.set('node', version?.[1] ?? '')
seen.delete('node')
execSync('npx prisma migrate deploy')
