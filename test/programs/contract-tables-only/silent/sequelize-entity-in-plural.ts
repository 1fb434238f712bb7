import { Sequelize } from 'sequelize'
const sequelize = new Sequelize(url)
const Group = sequelize.define('Group', {})
await Group.create({ name: 'x' })
<!-- file: MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.ts`: copies the catalogue

## Allowed tables

- `services`: name, price, groupId
- `groups`

## Forbidden operations

- DELETE operations (except soft deletes by isActive)
- TRUNCATE operations
- DROP operations (except in migrations)
