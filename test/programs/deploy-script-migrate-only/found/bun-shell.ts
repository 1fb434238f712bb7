// settings: {"deployScripts": ["scripts/*"]}
import { $ } from 'bun'

await $`bunx prisma migrate deploy`
await $`bun run prisma/seed.ts` // expect: deploy-script-migrate-only
