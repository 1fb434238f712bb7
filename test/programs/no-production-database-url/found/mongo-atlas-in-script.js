const { MongoClient } = require('mongodb')

const HOST = 'production.ab1cd.mongodb.net'
const uri = `mongodb+srv://reporter:${process.env.MONGO_PASSWORD}@${HOST}/analytics?retryWrites=true` // expect: no-production-database-url

async function main() {
  const client = await MongoClient.connect(uri)
  console.log(await client.db().collection('events').estimatedDocumentCount())
  await client.close()
}

main()
