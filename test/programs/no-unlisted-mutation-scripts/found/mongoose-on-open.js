const mongoose = require('mongoose')
const Order = require('../models/order')
mongoose.connect(process.env.MONGO_URL)
mongoose.connection.once('open', async () => {
  await Order.updateMany({}, { $unset: { legacy: 1 } }) // expect: no-unlisted-mutation-scripts
  process.exit()
})
// file: models/order.js
const mongoose = require('mongoose')
module.exports = mongoose.model('Order', new mongoose.Schema({}))
