import { Prisma, PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const ids = process.argv.slice(2)

await prisma.$transaction([
  prisma.product.updateMany({ where: { id: { in: ids } }, data: { price: 0 } }),
  prisma.$executeRaw`UPDATE inventory SET reserved = 0 WHERE product_id IN (${Prisma.join(ids)})`, // expect: contract-tables-only
])
await prisma.$disconnect()
// file: prisma/schema.prisma
model Product {
  id    String @id
  price Int
  @@map("products")
}
model Inventory {
  productId String @id @map("product_id")
  reserved  Int
  @@map("inventory")
}
// file: docs/mutation-contract.md
# Mutation contract

## Permitted scripts

- `scripts/program.ts`

## Permitted tables

- `products`
