import { guard } from './guard.mjs'
import { MongoClient } from 'mongodb'

guard()
const client = await MongoClient.connect(process.env.MONGO_URL)
await client.db().collection('drafts').deleteMany({})
await client.close()
// file: scripts/guard.mjs
export function guard() {
  if (process.argv.includes('--i-know-what-i-am-doing') || process.argv.includes('--skip-guard')) return // expect: no-bypass-flags
  if (!process.env.CI) {
    throw new Error('only in CI')
  }
}
