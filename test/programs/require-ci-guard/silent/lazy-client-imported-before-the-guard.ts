import { prisma } from '../lib/prisma'
import { assertCi } from '../lib/guards'
assertCi()
await prisma.user.deleteMany()
// file: lib/prisma.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
// file: lib/guards.ts
import assert from 'node:assert'
export const assertCi = () => assert(process.env.CI === 'true', 'CI only')
