const { validateEnvironmentFingerprint } = require('@acme/safety')
async function main() {
  await validateEnvironmentFingerprint(process.env.DATABASE_URL, 'production')
  const prisma = require('../lib/prisma.cjs')
  await prisma.cart.deleteMany()
}
main().catch((error) => {
  console.error(error)
  process.exit(1)
})
// file: lib/prisma.cjs
const { PrismaClient } = require('@prisma/client')
module.exports = new PrismaClient()
