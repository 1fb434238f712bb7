import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
async function tick() {
  await prisma.user.deleteMany() // expect: require-ci-guard
}
await tick()
if (!process.env.CI) process.exit(1)
