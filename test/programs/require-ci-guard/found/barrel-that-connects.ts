import { enforceCi, db } from '../lib' // expect: require-ci-guard
enforceCi()
await db.collection('jobs').deleteMany({})
// file: lib/index.ts
export * from './ci'
export * from './db'
// file: lib/ci.ts
export function enforceCi() {
  if (process.env.CI !== 'true') process.exit(1)
}
// file: lib/db.ts
import { MongoClient } from 'mongodb'
const client = await new MongoClient(process.env.MONGO_URL!).connect()
export const db = client.db('shop')
