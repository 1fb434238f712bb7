import { execSync } from 'node:child_process'

process.env.DATABASE_URL = process.env.PROD_DATABASE_URL // expect: no-production-database-url
execSync('npx prisma studio', { stdio: 'inherit' })
