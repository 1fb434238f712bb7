import { execSync } from 'node:child_process'

if (!process.env.SKIP_MIGRATIONS) {
  execSync('npx prisma migrate deploy')
}
