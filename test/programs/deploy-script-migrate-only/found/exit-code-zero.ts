// settings: {"deployScripts": ["scripts/*"]}
import { spawnSync } from 'node:child_process'

const { status } = spawnSync('npx', ['prisma', 'migrate', 'deploy'], { stdio: 'inherit' }) // expect: deploy-script-migrate-only
console.log(`finished with ${status}`)
