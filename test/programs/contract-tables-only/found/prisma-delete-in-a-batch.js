const { PrismaClient } = require('@prisma/client')
const prisma = new PrismaClient()
async function main() {
  await prisma.$transaction([
    prisma.product.updateMany({ data: { price: 0 } }),
    prisma.product.deleteMany({ where: { price: 0 } }), // expect: contract-tables-only
  ])
}
main()
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

1. `scripts/program.js`: keeps the catalogue up to date

## Allowed tables

- `products`: title, price, categoryId
- `categories`

## Forbidden operations

- DELETE
- TRUNCATE
- DROP TABLE
