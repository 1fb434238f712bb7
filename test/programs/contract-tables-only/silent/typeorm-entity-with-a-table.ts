import { DataSource, Entity } from 'typeorm'
@Entity({ name: 'groups' }) class Anything {}
const source = await new DataSource({ type: 'postgres' }).initialize()
await source.manager.insert(Anything, { name: 'x' })
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
