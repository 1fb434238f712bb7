const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize(process.env.DATABASE_URL)
const Product = sequelize.define('Product', { name: { type: DataTypes.STRING, field: 'title' }, price: DataTypes.INTEGER }, { tableName: 'products' })
Product.update({ name: 'Lamp' }, { where: { id: 1 } })
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.js`: keeps the catalogue up to date

## Allowed tables

- `products`: title, price, categoryId
- `categories`

## Forbidden operations

- DELETE
- TRUNCATE
- DROP TABLE
