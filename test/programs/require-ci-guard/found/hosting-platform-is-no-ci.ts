import { PrismaClient } from '@prisma/client'
// Set while a function serves as well: this proves a platform, not a pipeline.
if (!process.env.VERCEL) throw new Error('not here')
const prisma = new PrismaClient()
await prisma.user.deleteMany() // expect: require-ci-guard
