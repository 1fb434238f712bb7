if (!process.env.CI) {
  console.error('CI only')
  process.exit(1)
}

require('../src/db/connect.cjs')
const { User } = require('../src/models/user.cjs')

async function run() {
  const result = await User.updateMany({ role: 'guest' }, { $set: { role: 'member' } })
  console.log(`${result.modifiedCount} users promoted`)
}

run().then(() => process.exit(0), (error) => {
  console.error(error)
  process.exit(1)
})
// file: src/db/connect.cjs
const mongoose = require('mongoose')
mongoose.connect(process.env.MONGO_URL)
module.exports = mongoose
// file: src/models/user.cjs
const mongoose = require('mongoose')
exports.User = mongoose.model('User', new mongoose.Schema({ email: String, role: String }))
