// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'node:child_process'

let failed = false
try {
  execSync('npx prisma migrate deploy')
} catch (error) {
  failed = true
  console.error(error)
} finally {
  console.log('finished')
}
if (failed) process.exit(1)
