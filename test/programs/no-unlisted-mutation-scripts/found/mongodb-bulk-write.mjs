import { MongoClient, ObjectId } from 'mongodb'
const url = process.argv[2]
const client = new MongoClient(url)
const orders = client.db('shop').collection('orders')
const ops = [{ deleteOne: { filter: { _id: new ObjectId('64b') } } }]
await orders.bulkWrite(ops, { ordered: false }) // expect: no-unlisted-mutation-scripts
await client.close()
