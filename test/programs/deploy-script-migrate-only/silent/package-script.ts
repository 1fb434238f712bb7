// settings: {"deployScripts": ["scripts/program.ts"]}
import { execSync } from 'node:child_process'

execSync('npm run db:deploy', { stdio: 'inherit' })
// file: package.json
{ "name": "shop", "scripts": { "db:deploy": "prisma migrate deploy" } }
