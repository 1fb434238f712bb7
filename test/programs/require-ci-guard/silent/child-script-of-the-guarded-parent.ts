import { execFileSync } from 'node:child_process'
function main(): void {
  if (process.env.CI === undefined || process.env.CI === '' || process.env.CI === 'false') {
    throw new Error('CI only')
  }
  execFileSync('psql', [process.env.DATABASE_URL!, '-f', 'sql/purge.sql'], { stdio: 'inherit' })
}
main()
