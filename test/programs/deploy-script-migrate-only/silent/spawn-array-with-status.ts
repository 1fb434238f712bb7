// settings: {"deployScripts": ["scripts/*"]}
import { spawnSync } from 'node:child_process'

const result = spawnSync('npx', ['prisma', 'migrate', 'deploy'], { stdio: 'inherit' })
if (result.error) throw result.error
if (result.status !== 0) {
  console.error('migration failed')
  process.exit(result.status ?? 1)
}
