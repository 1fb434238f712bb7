import { MongoClient } from 'mongodb'
import { readFileSync } from 'node:fs'
try {
  JSON.parse(readFileSync('config.json', 'utf8'))
} catch {
  if (process.env.CI !== 'true') process.exit(1)
}
const client = new MongoClient(process.env.MONGO_URL!)
await client.db().collection('x').drop() // expect: require-ci-guard
