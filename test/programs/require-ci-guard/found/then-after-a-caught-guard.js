const { PrismaClient } = require('@prisma/client')
const prisma = new PrismaClient()
async function enforceCi() {
  if (!process.env.CI) throw new Error('CI only')
}
async function main() {
  await prisma.user.deleteMany() // expect: require-ci-guard
}
enforceCi().catch(console.error).then(main)
