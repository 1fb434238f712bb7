import { prisma } from '../lib/prisma'
await prisma.user.deleteMany() // expect: require-ci-guard
// file: lib/prisma.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
