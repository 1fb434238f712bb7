// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'node:child_process'

try {
  execSync('prisma migrate deploy')
} catch (error) {
  execSync('prisma migrate reset --force') // expect: deploy-script-migrate-only
  throw error
}
