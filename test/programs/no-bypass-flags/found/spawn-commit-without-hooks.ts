import { spawnSync } from 'node:child_process'

const result = spawnSync('git', ['commit', '-am', 'chore: bump', '--no-verify'], { stdio: 'inherit' }) // expect: no-bypass-flags
process.exit(result.status ?? 1)
