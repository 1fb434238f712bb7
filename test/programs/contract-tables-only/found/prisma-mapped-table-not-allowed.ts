import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

async function main() {
  const services = await prisma.catalogService.findMany()
  for (const service of services) {
    await prisma.catalogService.update({ where: { id: service.id }, data: { isActive: true } })
    await prisma.auditEntry.create({ data: { action: 'activated', subject: service.id } }) // expect: contract-tables-only
  }
}

main().finally(() => prisma.$disconnect())
// file: prisma/schema.prisma
generator client {
  provider = "prisma-client-js"
}

model CatalogService {
  id       String  @id
  name     String
  isActive Boolean @map("is_active")
  @@map("catalog_services")
}

model AuditEntry {
  id      Int    @id @default(autoincrement())
  action  String
  subject String
  @@map("audit_log")
}
// file: docs/MUTATION_CONTRACT.md
# Mutation contract

## Allowed mutation scripts

1. `scripts/program.ts`: activates services

## Allowed tables and columns

- `catalog_services`: name, is_active
