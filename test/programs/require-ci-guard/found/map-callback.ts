import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
const ids = [1, 2, 3]
await Promise.all(ids.map(id => prisma.user.delete({ where: { id } }))) // expect: require-ci-guard
