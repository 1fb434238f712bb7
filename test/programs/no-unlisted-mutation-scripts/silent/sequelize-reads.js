const { Sequelize } = require('sequelize')
const sequelize = new Sequelize(process.env.DATABASE_URL)
const User = sequelize.define('user', {})
sequelize.authenticate().then(() => User.findAll({ raw: true })).then(console.log)
