const { MongoClient } = require('mongodb')

;(async () => {
  const client = await MongoClient.connect(process.env.MONGO_URL)
  const shops = client.db('main').collection('shops')
  await shops.updateMany({ country: 'DE' }, { $set: { currency: 'EUR', billing: { plan: 'pro' } } }) // expect: contract-tables-only
  await client.close()
})()
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.js`: sets currencies

## Allowed collections and fields

- `shops`: currency
