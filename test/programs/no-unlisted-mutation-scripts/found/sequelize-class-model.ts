import { Model, Sequelize } from 'sequelize'
const sequelize = new Sequelize('sqlite:prod.db')
class Tag extends Model {}
Tag.init({}, { sequelize, tableName: 'tags' })
await Tag.destroy({ where: {} }) // expect: no-unlisted-mutation-scripts
