import { execSync } from 'node:child_process'

execSync('npm run lint || true', { stdio: 'inherit' }) // expect: no-bypass-flags
