import { Client } from 'pg'
const client = new Client(process.env.DATABASE_URL)
try {
  await client.connect() // expect: require-ci-guard
  await client.query('VACUUM FULL sessions')
} finally {
  if (!process.env.CI) process.exit(1)
}
