const { Sequelize } = require('sequelize')

module.exports = new Sequelize('ledger', 'svc', process.env.PW, { host: 'ledger-prod.lumen.internal', dialect: 'postgres' }) // expect: no-production-database-url
