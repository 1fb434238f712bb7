import { DataTypes, Model, Sequelize } from 'sequelize'
const sequelize = new Sequelize(process.env.DATABASE_URL!)
class Product extends Model {}
Product.init({ title: DataTypes.STRING }, { sequelize, tableName: 'products' })
await Product.update({ title: 'Lamp' }, { where: { id: 1 } })
await Product.destroy({ where: { title: null } }) // expect: contract-tables-only
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.ts`: keeps the catalogue up to date

## Allowed tables

- `products`: title, price, categoryId
- `categories`

## Forbidden operations

- DELETE
- TRUNCATE
- DROP TABLE
