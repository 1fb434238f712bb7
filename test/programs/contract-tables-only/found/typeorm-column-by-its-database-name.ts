import { DataSource, Entity, Column } from 'typeorm'
@Entity('products')
class Product {
  @Column({ name: 'title' }) name!: string
  @Column({ name: 'stock' }) left!: number
}
const source = await new DataSource({ type: 'postgres' }).initialize()
await source.getRepository(Product).update({ name: 'x' }, { left: 3 }) // expect: contract-tables-only
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
