import { withClient } from '../src/with-client'
await withClient(async (client) => {
  await client.query(`DELETE FROM sessions`) // expect: no-unlisted-mutation-scripts
})
// file: src/with-client.ts
import { Pool, type PoolClient } from 'pg'
const pool = new Pool()
export async function withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}
