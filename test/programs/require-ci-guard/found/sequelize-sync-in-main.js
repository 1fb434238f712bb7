const { Sequelize, DataTypes } = require('sequelize')

const sequelize = new Sequelize(process.env.DATABASE_URL)
const Plan = sequelize.define('Plan', { name: DataTypes.STRING })

async function main() {
  await sequelize.authenticate() // expect: require-ci-guard
  if (!process.env.CI) {
    console.error('not in CI')
    return
  }
  await Plan.bulkCreate([{ name: 'pro' }])
}

main()
