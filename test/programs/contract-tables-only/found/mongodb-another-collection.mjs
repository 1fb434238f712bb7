import { MongoClient } from 'mongodb'
const client = await MongoClient.connect(process.env.MONGO_URL)
const db = client.db('shop')
await db.collection('products').updateMany({}, { $set: { price: 1 } })
await db.collection('sessions').updateMany({}, { $set: { open: false } }) // expect: contract-tables-only
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.mjs`: keeps the catalogue up to date

## Allowed tables

- `products`: title, price, categoryId
- `categories`

## Forbidden operations

- DELETE
- TRUNCATE
- DROP TABLE
