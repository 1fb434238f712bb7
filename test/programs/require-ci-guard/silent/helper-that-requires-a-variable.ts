import { Pool } from 'pg'
function requireEnv(name: string): string {
  const value = process.env[name]
  if (!value) {
    console.error(`${name} is not set`)
    process.exit(1)
  }
  return value
}
requireEnv('GITHUB_ACTIONS')
await new Pool().query('DELETE FROM sessions')
