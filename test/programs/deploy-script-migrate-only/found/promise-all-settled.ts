// settings: {"deployScripts": ["scripts/*"]}
import { execa } from 'execa'

await Promise.allSettled([execa('npx', ['prisma', 'migrate', 'deploy'])]) // expect: deploy-script-migrate-only
