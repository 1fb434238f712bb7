// settings: {"deployScripts": ["scripts/*"]}
import { spawnSync } from 'node:child_process'

const result = spawnSync('npx', ['prisma', 'db', 'push', '--accept-data-loss'], { stdio: 'inherit' }) // expect: deploy-script-migrate-only
if (result.status !== 0) process.exit(1)
