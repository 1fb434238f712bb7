// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'child_process'

try {
  execSync('npx prisma migrate deploy')
} catch (error) { // expect: deploy-script-migrate-only
  if (process.env.STRICT) throw error
}
