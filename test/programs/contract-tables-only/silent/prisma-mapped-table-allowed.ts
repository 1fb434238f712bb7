import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

async function main() {
  const audit = await prisma.auditEntry.findMany({ take: 10 })
  console.log(audit.length)
  await prisma.catalogService.upsert({
    where: { id: 'mail' },
    update: { name: 'Mail', isActive: true },
    create: { id: 'mail', name: 'Mail', isActive: true },
  })
}

main().finally(() => prisma.$disconnect())
// file: prisma/schema.prisma
model CatalogService {
  id       String  @id
  name     String
  isActive Boolean @map("is_active")
  @@map("catalog_services")
}

model AuditEntry {
  id      Int    @id @default(autoincrement())
  action  String
  @@map("audit_log")
}
// file: docs/MUTATION_CONTRACT.md
# Mutation contract

## Allowed mutation scripts

1. `scripts/program.ts`: activates services

## Allowed tables and columns

- `catalog_services`: name, is_active
