const { PrismaClient } = require('@prisma/client')
const prisma = new PrismaClient()
async function guard() {
  if (!process.env.CI) throw new Error('CI only')
}
Promise.all([guard(), run()]).catch(() => process.exit(1))
async function run() {
  await prisma.user.deleteMany() // expect: require-ci-guard
}
