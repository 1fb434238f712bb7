// settings: {"deployScripts": ["scripts/*"]}
import { spawnSync } from 'node:child_process'

const { status } = spawnSync('npx', ['prisma', 'db', 'push', '--accept-data-loss']) // expect: deploy-script-migrate-only
process.exit(status ?? 1)
