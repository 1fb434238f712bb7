// settings: {"deployScripts": ["scripts/*"]}
import { $ } from 'zx'

await $`npx knex migrate:latest`
await $`npx knex seed:run` // expect: deploy-script-migrate-only
