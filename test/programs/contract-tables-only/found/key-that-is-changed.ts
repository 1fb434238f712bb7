import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
await prisma.service.update({ where: { id: 'a' }, data: { id: 'b', name: 'A' } }) // expect: contract-tables-only
// file: prisma/schema.prisma
model Service {
  id   String @id
  name String
}
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed mutation scripts

1. **`scripts/program.ts`**: writes services

## Allowed tables and columns

- **`Service`**: name
