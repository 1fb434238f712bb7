import { PrismaClient } from '@prisma/client'
if (process.env.NODE_ENV !== 'production') {
  throw new Error('production only')
}
const prisma = new PrismaClient()
await prisma.user.deleteMany() // expect: require-ci-guard
