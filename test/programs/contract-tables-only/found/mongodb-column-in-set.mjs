import { MongoClient } from 'mongodb'
const client = await MongoClient.connect(process.env.MONGO_URL)
const products = client.db('shop').collection('products')
await products.updateOne({ title: 'Lamp' }, { $set: { price: 1 }, $inc: { stock: -1 } }) // expect: contract-tables-only
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
