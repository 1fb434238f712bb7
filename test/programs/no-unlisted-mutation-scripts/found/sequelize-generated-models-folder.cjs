const db = require('../models')

db.Country.update({ open: true }, { where: { code: 'NO' } }).then(() => db.sequelize.close()) // expect: no-unlisted-mutation-scripts
// file: models/index.js
'use strict'
const fs = require('fs')
const path = require('path')
const Sequelize = require('sequelize')
const config = require('../config/config.json')[process.env.NODE_ENV || 'development']
const db = {}
let sequelize
if (config.use_env_variable) {
  sequelize = new Sequelize(process.env[config.use_env_variable], config)
} else {
  sequelize = new Sequelize(config.database, config.username, config.password, config)
}
fs.readdirSync(__dirname)
  .filter(file => file.endsWith('.js') && file !== 'index.js')
  .forEach((file) => {
    const model = require(path.join(__dirname, file))(sequelize, Sequelize.DataTypes)
    db[model.name] = model
  })
db.sequelize = sequelize
db.Sequelize = Sequelize
module.exports = db
