import { MongoClient } from 'mongodb'

const allowed = process.env.CI === 'true' || process.env.BYPASS_CI_GUARD === '1' // expect: no-bypass-flags
if (!allowed) throw new Error('This script runs in CI.')
const client = await new MongoClient(process.env.MONGO_URL ?? '').connect()
await client.db().collection('carts').deleteMany({})
