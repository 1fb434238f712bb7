import { execSync } from 'node:child_process'

execSync('npx prisma db push')
execSync('npx prisma db seed')
