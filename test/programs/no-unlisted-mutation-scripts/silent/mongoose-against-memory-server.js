const mongoose = require('mongoose')
const { MongoMemoryServer } = require('mongodb-memory-server')
const { Recipe } = require('../models')

async function measure() {
  const server = await MongoMemoryServer.create()
  await mongoose.connect(server.getUri())
  console.time('insert')
  await Recipe.insertMany(Array.from({ length: 10_000 }, (_, i) => ({ title: `Recipe ${i}` })))
  console.timeEnd('insert')
  await mongoose.disconnect()
  await server.stop()
}

measure()
// file: models/index.js
module.exports = { Recipe: require('./recipe') }
// file: models/recipe.js
const { Schema, model } = require('mongoose')
module.exports = model('Recipe', new Schema({ title: String, slug: String }))
