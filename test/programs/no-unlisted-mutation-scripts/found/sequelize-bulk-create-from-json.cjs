const fs = require('fs')
const path = require('path')
const db = require('../models')
const rows = JSON.parse(fs.readFileSync(path.join(__dirname, 'rows.json')))
db.sequelize.transaction(t => db.Country.bulkCreate(rows, { transaction: t })) // expect: no-unlisted-mutation-scripts
// file: models/index.js
const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize(process.env.DATABASE_URL)
const db = { sequelize, Sequelize }
db.Country = require('./country')(sequelize, DataTypes)
module.exports = db
// file: models/country.js
module.exports = (sequelize, DataTypes) => sequelize.define('Country', { code: DataTypes.STRING })
