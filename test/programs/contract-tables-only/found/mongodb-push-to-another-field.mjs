import { MongoClient } from 'mongodb'
const client = await MongoClient.connect(process.env.MONGO_URL)
await client.db().collection('products').findOneAndUpdate({ title: 'x' }, { $push: { 'reviews.0.tags': 'new' } }) // expect: contract-tables-only
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
