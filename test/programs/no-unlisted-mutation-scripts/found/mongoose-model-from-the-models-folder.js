const mongoose = require('mongoose')
const { User } = require('../models')
mongoose.connect(process.env.MONGO_URI).then(async () => {
  await User.updateMany({}, { $unset: { legacyToken: 1 } }) // expect: no-unlisted-mutation-scripts
  process.exit()
})
// file: models/index.js
module.exports = { User: require('./user'), Post: require('./post') }
// file: models/user.js
const { Schema, model } = require('mongoose')
module.exports = model('User', new Schema({ legacyToken: String }))
// file: models/post.js
const { Schema, model } = require('mongoose')
module.exports = model('Post', new Schema({ title: String }))
