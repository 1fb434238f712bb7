import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
await prisma.$executeRawUnsafe('TRUNCATE groups CASCADE') // expect: contract-tables-only
// file: prisma/schema.prisma
model Service {
  id       Int    @id
  name     String
  price    Int
  groupId  Int    @map("group_id")
  active   Boolean
  meta     Json
  tags     Tag[]
  group    Group  @relation(fields: [groupId], references: [id])
  @@map("services")
}
model Group {
  id       Int @id
  name     String
  services Service[]
  @@map("groups")
}
model Tag {
  id Int @id
  label String
}
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
