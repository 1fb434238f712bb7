import { Pool } from 'pg'
function requireEnv(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}
requireEnv('DATABASE_URL')
await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
