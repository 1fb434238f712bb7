// settings: {"deployScripts": ["scripts/*"]}
import { $ } from 'zx'

await $`npx prisma migrate deploy`.nothrow() // expect: deploy-script-migrate-only
