const { Author } = require('../models')

async function main() {
  const authors = await Author.findAll({ where: { bio: null } })
  for (const author of authors) {
    console.log(`${author.id}: ${author.name}`)
    author.bio = author.bio ?? ''
    await author.save()
  }
}

main()
// file: models/index.js
const { DataTypes, Sequelize } = require('sequelize')
const sequelize = new Sequelize(process.env.DATABASE_URL)
exports.Author = sequelize.define('Author', { name: DataTypes.TEXT, bio: DataTypes.TEXT, verified: DataTypes.BOOLEAN }, { tableName: 'authors' })
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.js`: fills bios

## Allowed tables and columns

- `authors`: bio
