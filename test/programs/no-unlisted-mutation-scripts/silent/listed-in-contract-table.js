const { MongoClient } = require('mongodb')

async function importPrices() {
  const client = await MongoClient.connect(process.env.MONGODB_URI)
  await client.db('catalog').collection('prices').updateMany({}, { $set: { stale: true } })
  await client.close()
}

importPrices()
// file: docs/production-mutation-contract.md
# Production mutation contract

## Allowed scripts

| Script | What it does | Tables |
|---|---|---|
| `scripts/program.js` | Marks prices as stale | `prices` |
