// settings: {"deployScripts": ["scripts/*"]}
import { execa } from 'execa'

await execa('pnpm', ['prisma', 'migrate', 'deploy'], { reject: false, stdio: 'inherit' }) // expect: deploy-script-migrate-only
