import { MongoClient } from 'mongodb'

const target = process.argv[2] === 'prod' ? process.env.MONGODB_URI_PROD : process.env.MONGODB_URI // expect: no-production-database-url
await new MongoClient(target ?? '').connect()
