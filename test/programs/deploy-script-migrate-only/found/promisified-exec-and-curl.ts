// settings: {"deployScripts": ["scripts/*"]}
import { exec } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(exec)
await run('npx drizzle-kit migrate')
await run('curl -X POST https://hooks.example.com/deployed') // expect: deploy-script-migrate-only
