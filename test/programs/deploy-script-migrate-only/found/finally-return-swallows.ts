// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'node:child_process'

function deploy(): void {
  try {
    execSync('npx prisma migrate deploy')
  } finally {
    return // expect: deploy-script-migrate-only
  }
}
deploy()
