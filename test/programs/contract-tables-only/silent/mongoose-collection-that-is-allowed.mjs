import mongoose from 'mongoose'
const schema = new mongoose.Schema({ title: String, price: Number }, { collection: 'products' })
const Item = mongoose.model('Item', schema)
const Category = mongoose.model('Category', new mongoose.Schema({ label: String }))
await mongoose.connect(process.env.MONGO_URL)
await Item.updateMany({}, { $set: { price: 1 } })
await Category.create({ label: 'Lamps' })
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
