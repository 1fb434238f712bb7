import { assertCi, db } from '../src/server' // expect: require-ci-guard

assertCi()
await db.query('DELETE FROM outbox WHERE sent')
// file: src/server/index.ts
export { db } from './db'
export { assertCi } from './ci'
// file: src/server/ci.ts
export const assertCi = () => {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
// file: src/server/db.ts
import { Client } from 'pg'

export const db = new Client({ connectionString: process.env.DATABASE_URL })
await db.connect()
