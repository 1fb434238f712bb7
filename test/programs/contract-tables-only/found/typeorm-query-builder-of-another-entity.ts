import { AppDataSource } from '../src/data-source'
import { Review } from '../src/review.entity'
await AppDataSource.initialize()
await AppDataSource.createQueryBuilder().update(Review).set({ body: '' }).execute() // expect: contract-tables-only
// file: src/data-source.ts
import { DataSource } from 'typeorm'
export const AppDataSource = new DataSource({ type: 'postgres' })
// file: src/review.entity.ts
import { Entity, Column } from 'typeorm'
@Entity('reviews') export class Review { @Column() body!: string }
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
