import { MongoClient } from 'mongodb'
import { assertEnvironment } from '../lib/fingerprint'

async function cleanUp() {
  const client = new MongoClient(process.env.MONGO_URL!) // expect: require-environment-fingerprint
  await client.connect()
  await client.db().collection('carts').deleteMany({ updatedAt: { $lt: new Date(Date.now() - 30 * 864e5) } })
  await client.close()
}

await Promise.all([assertEnvironment('production'), cleanUp()])
// file: lib/fingerprint.ts
import { MongoClient } from 'mongodb'

export async function assertEnvironment(expected: string) {
  const client = await MongoClient.connect(process.env.MONGO_URL!)
  const mark = await client.db().collection('meta').findOne({ _id: 'environment' as never })
  await client.close()
  if (mark?.name !== expected) throw new Error(`This database is ${mark?.name}, not ${expected}`)
}
