// settings: {"deployScripts": ["scripts/*"]}
import { spawnSync } from 'node:child_process'

const { status, error } = spawnSync('npx', ['prisma', 'migrate', 'deploy'], { stdio: 'inherit' })
if (error !== undefined) throw error
process.exitCode = status ?? 1
