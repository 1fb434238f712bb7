const { Sequelize, DataTypes } = require('sequelize')

const sequelize = new Sequelize(process.env.DATABASE_URL)
const Country = sequelize.define('Country', {
  code: { type: DataTypes.STRING(2), primaryKey: true },
  name: DataTypes.STRING,
  vatRate: { type: DataTypes.DECIMAL, field: 'vat_rate' },
}, { tableName: 'ref_countries', timestamps: false })

const COUNTRIES = [
  { code: 'DE', name: 'Germany', vatRate: 19 },
  { code: 'AT', name: 'Austria', vatRate: 20 },
]

async function main() {
  await Country.bulkCreate(COUNTRIES, { updateOnDuplicate: ['name', 'vatRate'] })
  await sequelize.close()
}

main()
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.js`: reference data

## Allowed tables and columns

- `ref_countries`: code, name, vat_rate
