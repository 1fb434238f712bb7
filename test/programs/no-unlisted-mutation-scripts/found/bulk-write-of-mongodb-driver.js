const { MongoClient } = require('mongodb')
const fs = require('fs')

const uri = process.env.MONGODB_URI
const file = process.argv[2]

async function importPrices() {
  const client = new MongoClient(uri)
  try {
    const prices = client.db('catalog').collection('prices')
    const lines = fs.readFileSync(file, 'utf8').trim().split('\n').slice(1)
    const operations = lines.map((line) => {
      const [sku, amount] = line.split(';')
      return { updateOne: { filter: { sku }, update: { $set: { amount: Number(amount) } }, upsert: true } }
    })
    const result = await prices.bulkWrite(operations, { ordered: false }) // expect: no-unlisted-mutation-scripts
    console.log(result.upsertedCount, result.modifiedCount)
  } finally {
    await client.close()
  }
}

importPrices()
