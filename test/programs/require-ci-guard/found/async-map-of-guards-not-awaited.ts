import { PrismaClient } from '@prisma/client'
const checks = [async () => { if (!process.env.CI) throw new Error('CI only') }]
checks.map(check => check())
await new PrismaClient().user.deleteMany() // expect: require-ci-guard
