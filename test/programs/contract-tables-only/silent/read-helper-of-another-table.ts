import { prisma, countReviews } from '../lib/store'
const count = await countReviews(1)
if (count > 0) await prisma.product.update({ where: { id: 1 }, data: { price: { increment: count } } })
// file: lib/store.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
export const countReviews = (productId: number) => prisma.review.count({ where: { productId } })
export const removeReviews = () => prisma.review.deleteMany()
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
