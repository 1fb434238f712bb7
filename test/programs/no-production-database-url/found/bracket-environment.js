const { Sequelize } = require('sequelize')

const sequelize = new Sequelize(process.env['PROD_DB_URL']) // expect: no-production-database-url
sequelize.authenticate()
