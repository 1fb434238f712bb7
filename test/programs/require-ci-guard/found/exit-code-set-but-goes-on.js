const { PrismaClient } = require('@prisma/client')
const prisma = new PrismaClient()
async function main() {
  if (process.env.CI !== 'true') {
    console.error('CI only')
    process.exitCode = 1
  }
  await prisma.order.updateMany({ data: { state: 'open' } }) // expect: require-ci-guard
}
main()
