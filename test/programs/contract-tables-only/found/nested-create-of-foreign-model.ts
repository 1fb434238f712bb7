import { prisma } from '../lib/prisma'

export {}

const source = [{ name: 'Hosting', tags: ['infra', 'web'] }]

for (const { name, tags } of source) {
  await prisma.service.create({ // expect: contract-tables-only
    data: {
      name,
      tags: { connectOrCreate: tags.map((tag) => ({ where: { tag }, create: { tag } })) },
    },
  })
}
// file: lib/prisma.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
// file: prisma/schema.prisma
model Service {
  id   Int    @id @default(autoincrement())
  name String
  tags Tag[]
}
model Tag {
  tag      String    @id
  services Service[]
}
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.ts`: creates services

## Allowed tables and columns

- `Service`: name
