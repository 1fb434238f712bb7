// settings: {"deployScripts": ["scripts/*"]}
import { execa } from 'execa'

await execa('prisma', ['migrate', 'deploy']).catch(() => {}) // expect: deploy-script-migrate-only
