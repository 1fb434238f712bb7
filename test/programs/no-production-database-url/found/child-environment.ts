import { spawnSync } from 'node:child_process'

spawnSync('npx', ['prisma', 'studio'], { env: { ...process.env, DATABASE_URL: process.env.PROD_DATABASE_URL } }) // expect: no-production-database-url
