import { QueryTypes, Sequelize } from 'sequelize'
import { Item } from '../src/models/item'
const sequelize = new Sequelize(process.env.DATABASE_URL!)
await sequelize.authenticate()
const items = await Item.findAll({ where: { deleted: false } })
const counts = await sequelize.query('SELECT status, count(*) FROM items GROUP BY 1', { type: QueryTypes.SELECT })
console.log(items.map(item => item.toJSON()), counts)
// file: src/models/item.ts
import { Model } from 'sequelize'
export class Item extends Model {}
