import { DataSource, Entity } from 'typeorm'
@Entity('people') class Service {}
const source = await new DataSource({ type: 'postgres' }).initialize()
await source.getRepository(Service).insert({ name: 'x' }) // expect: contract-tables-only
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
