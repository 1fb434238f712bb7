import mongoose from 'mongoose'
const User = mongoose.model('User', new mongoose.Schema({}))
await User.create({ name: 'x' }) // expect: contract-tables-only
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
