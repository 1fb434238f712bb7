const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize(process.env.DATABASE_URL)
const Job = sequelize.define('job', { state: DataTypes.STRING })
async function main() {
  await Job.update({ state: 'dead' }, { where: { state: 'lost' } }) // expect: no-unlisted-mutation-scripts
}
main()
