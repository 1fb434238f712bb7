require('dotenv').config()
const mongoose = require('mongoose')
const { Recipe } = require('../models')

async function normalize() {
  await mongoose.connect(process.env.MONGODB_URI)
  const recipes = await Recipe.find({ slug: { $exists: false } })
  await Promise.all(
    recipes.map(async (recipe) => {
      recipe.slug = recipe.title.toLowerCase().replace(/\s+/g, '-')
      await recipe.save() // expect: no-unlisted-mutation-scripts
    }),
  )
  await mongoose.connection.close()
}

normalize()
// file: models/index.js
module.exports = { Recipe: require('./recipe') }
// file: models/recipe.js
const { Schema, model } = require('mongoose')
module.exports = model('Recipe', new Schema({ title: String, slug: String }))
