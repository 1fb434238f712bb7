// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'child_process'

function deploy() {
  try {
    execSync('npx prisma migrate deploy', { stdio: 'inherit' })
  } catch (error) { // expect: deploy-script-migrate-only
    console.error('Migration failed', error)
  }
}

deploy()
