import { execFileSync, spawn } from 'node:child_process'
execFileSync('git', ['commit', '-m', 'prisma migrate deploy'])
spawn('docker', ['compose', 'up', '-d', 'postgres'])
