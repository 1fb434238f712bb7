import { PrismaClient } from '@prisma/client'
if (!/.*/.test(process.env.CI ?? '')) throw new Error('CI only')
await new PrismaClient().user.deleteMany() // expect: require-ci-guard
