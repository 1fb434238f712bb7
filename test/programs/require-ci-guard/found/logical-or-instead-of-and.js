import { MongoClient } from 'mongodb'
const inPipeline = process.env.CI === 'true' || process.env.RUN_ANYWHERE === 'yes'
if (!inPipeline) {
  throw new Error('only the pipeline may do this')
}
const client = await MongoClient.connect(process.env.MONGO_URL) // expect: require-ci-guard
await client.db().collection('carts').deleteMany({ abandoned: true })
