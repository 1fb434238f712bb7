import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient() // expect: require-environment-fingerprint
await prisma.service.updateMany({ data: { isActive: true } })
