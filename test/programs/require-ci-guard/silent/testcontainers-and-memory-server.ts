import { MongoMemoryServer } from 'mongodb-memory-server'
import { MongoClient } from 'mongodb'
const server = await MongoMemoryServer.create()
const client = new MongoClient(server.getUri())
await client.connect()
await client.db('x').collection('y').insertOne({ a: 1 })
