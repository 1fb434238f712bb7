// settings: {"deployScripts": ["scripts/*"]}
const { Sequelize } = require('sequelize')

const sequelize = new Sequelize(process.env.DATABASE_URL)
sequelize.sync({ alter: true }).then(() => process.exit(0), () => process.exit(1)) // expect: deploy-script-migrate-only
