// settings: {"deployScripts": ["scripts/*"]}
import { execa } from 'execa'

await Promise.all([
  execa('npx', ['prisma', 'migrate', 'deploy']),
  execa('npx', ['tsx', 'scripts/warm-cache.ts']), // expect: deploy-script-migrate-only
])
