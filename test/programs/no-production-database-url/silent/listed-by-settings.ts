import { Client } from 'pg'
import { enforceCI } from '../lib/ci'

enforceCI()
await new Client(process.env.PROD_DATABASE_URL).connect()
// file: lib/ci.ts
export function enforceCI(): void {
  if (process.env.CI !== 'true') process.exit(1)
}
