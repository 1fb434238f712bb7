import { execSync } from 'node:child_process'

try {
  execSync('git push', { stdio: 'inherit' })
} catch {
  console.error('The hooks failed. Never use "git push --no-verify"; fix what they found.')
  process.exit(1)
}
