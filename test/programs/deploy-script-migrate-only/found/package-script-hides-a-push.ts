// settings: {"deployScripts": ["scripts/program.ts"]}
import { execSync } from 'node:child_process'

execSync('npm run db:sync') // expect: deploy-script-migrate-only
// file: package.json
{ "name": "shop", "scripts": { "db:sync": "prisma db push --accept-data-loss" } }
