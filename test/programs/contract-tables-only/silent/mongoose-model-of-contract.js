const mongoose = require('mongoose')
const Shop = require('../models/shop')

async function main() {
  await mongoose.connect(process.env.MONGO_URL)
  await Shop.updateMany({ country: 'DE' }, { currency: 'EUR' })
  for await (const shop of Shop.find({ currency: null })) {
    shop.currency = 'USD'
    await shop.save()
  }
  await mongoose.disconnect()
}

main()
// file: models/shop.js
const mongoose = require('mongoose')
module.exports = mongoose.model('Shop', new mongoose.Schema({ country: String, currency: String }))
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.js`: sets currencies

## Allowed tables

- `shops`: currency
