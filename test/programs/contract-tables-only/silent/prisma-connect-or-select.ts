import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
await prisma.product.update({
  where: { id: 1 },
  data: { title: 'Lamp', category: { connect: { id: 3 } } },
  include: { reviews: { where: { body: { contains: 'delete' } } } },
})
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
