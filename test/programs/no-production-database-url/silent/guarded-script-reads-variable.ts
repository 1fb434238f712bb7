import { Client } from 'pg'

if (process.env.CI !== 'true') {
  console.error('This runs in CI only.')
  process.exit(1)
}
await new Client(process.env.PROD_DATABASE_URL).connect()
