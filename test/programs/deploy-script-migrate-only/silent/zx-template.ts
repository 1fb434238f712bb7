// settings: {"deployScripts": ["scripts/*"]}
import { $ } from 'zx'

const schema = 'prisma/schema.prisma'
await $`npx prisma generate --schema=${schema}`
await $`npx prisma migrate deploy --schema=${schema}`
