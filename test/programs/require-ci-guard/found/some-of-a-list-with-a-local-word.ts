import { PrismaClient } from '@prisma/client'
const allowed = ['CI', 'I_KNOW_WHAT_I_DO'].some(name => process.env[name])
if (!allowed) process.exit(1)
const prisma = new PrismaClient()
await prisma.user.deleteMany() // expect: require-ci-guard
