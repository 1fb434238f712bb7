import { MongoClient, type Collection } from 'mongodb'
interface Order { total: number }
const fix = async (orders: Collection<Order>) => {
  const cursor = orders.find({ total: { $lt: 0 } })
  for await (const order of cursor) await orders.replaceOne({ _id: order._id }, { total: 0 }) // expect: no-unlisted-mutation-scripts
}
const client = await MongoClient.connect(process.env.MONGO_URL!)
await fix(client.db().collection<Order>('orders'))
