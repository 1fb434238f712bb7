import type { PrismaClient, Prisma } from '@prisma/client'
import type { seed } from '../src/fill'
export type Row = Prisma.UserCreateInput
const names: Row[] = []
console.log(names)
// file: src/fill.ts
import { PrismaClient } from '@prisma/client'
await new PrismaClient().user.deleteMany()
