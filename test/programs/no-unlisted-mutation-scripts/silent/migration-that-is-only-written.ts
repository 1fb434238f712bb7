import { execSync } from 'node:child_process'
execSync(`pnpm prisma migrate dev --name "${process.argv[2]}" --create-only`)
