import { MongoClient } from 'mongodb'
const client = await MongoClient.connect(process.env.MONGO_URL)
const cursor = client.db().collection('events').aggregate([{ $match: { type: 'delete' } }, { $group: { _id: '$user' } }])
for await (const row of cursor) console.log(row)
await client.db().command({ ping: 1 })
await client.close()
