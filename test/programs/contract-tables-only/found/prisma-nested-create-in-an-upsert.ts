import { prisma } from '../lib/prisma'
await prisma.category.upsert({ // expect: contract-tables-only
  where: { id: 2 },
  update: {},
  create: { label: 'Lamps', products: { create: [{ title: 'Lamp', price: 12, reviews: { create: { body: 'nice' } } }] } },
})
// file: lib/prisma.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
// file: prisma/schema.prisma
model Product {
  id         Int       @id
  title      String
  price      Int
  stock      Int
  categoryId Int       @map("category_id")
  category   Category  @relation(fields: [categoryId], references: [id])
  reviews    Review[]
  @@map("products")
}
model Category {
  id       Int       @id
  label    String
  products Product[]
  @@map("categories")
}
model Review {
  id        Int     @id
  body      String
  productId Int
  product   Product @relation(fields: [productId], references: [id])
  @@map("reviews")
}
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
