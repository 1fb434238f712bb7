import { connect } from '../lib/connect'

const db = await connect()
await db.query('delete from previews')
await db.end()
// file: lib/connect.ts
import { Client } from 'pg'

const { SKIP_DB_FINGERPRINT } = process.env // expect: no-bypass-flags

export async function connect(): Promise<Client> {
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  if (SKIP_DB_FINGERPRINT !== '1') {
    const { rows } = await client.query('select environment from fingerprint')
    if (rows[0].environment !== 'production') throw new Error('Not the production database')
  }
  return client
}
