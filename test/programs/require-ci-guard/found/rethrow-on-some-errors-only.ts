import { PrismaClient } from '@prisma/client'
const check = () => { if (!process.env.CI) throw new Error('CI only') }
try {
  check()
} catch (error) {
  if (process.argv.includes('--strict')) throw error
}
await new PrismaClient().user.deleteMany() // expect: require-ci-guard
