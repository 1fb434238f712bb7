import { assertCi, getDb } from '../src/server'

assertCi()
const db = await getDb()
await db.query('DELETE FROM outbox WHERE sent')
await db.end()
// file: src/server/index.ts
export { getDb } from './db'
export { assertCi } from './ci'
// file: src/server/ci.ts
export const assertCi = () => {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
// file: src/server/db.ts
import { Client } from 'pg'

let client: Client | undefined

export async function getDb(): Promise<Client> {
  if (!client) {
    client = new Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
  }
  return client
}
