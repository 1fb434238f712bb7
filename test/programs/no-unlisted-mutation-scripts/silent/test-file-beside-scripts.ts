// file: scripts/__tests__/seed.test.ts
import { PrismaClient } from '@prisma/client'
beforeEach(() => new PrismaClient().user.deleteMany())
// file: scripts/seed.spec.ts
import { PrismaClient } from '@prisma/client'
await new PrismaClient().user.deleteMany()
