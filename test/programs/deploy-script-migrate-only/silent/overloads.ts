// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'node:child_process'

declare function announce(text: string): void
function note(text: string): void
function note(text: string, times: number): void
function note(text: string, times = 1): void {
  console.log(text.repeat(times))
}

note('migrating')
announce('migrating')
execSync('npx prisma migrate deploy', { stdio: 'inherit' })
