import { execSync } from 'node:child_process'
execSync('pnpm run db:reset') // expect: no-unlisted-mutation-scripts
// file: package.json
{ "scripts": { "db:reset": "dotenv -- prisma migrate reset --force" } }
