import { rmSync } from 'node:fs'
import { execSync } from 'node:child_process'

rmSync('dist', { recursive: true, force: true })
execSync('npx prisma migrate deploy')
