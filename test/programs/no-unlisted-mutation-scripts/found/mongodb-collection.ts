import { MongoClient } from 'mongodb'
const client = new MongoClient(process.env.MONGO_URL!)
const users = client.db().collection('users')
await users.bulkWrite([{ updateOne: { filter: {}, update: {} } }]) // expect: no-unlisted-mutation-scripts
