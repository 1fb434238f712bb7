const { PrismaClient } = require('@prisma/client')
const prisma = new PrismaClient()

function ciOnly() {
  if (!process.env.CI) {
    console.error('This must run in CI')
    return false
  }
  return true
}

async function main() {
  ciOnly()
  const settings = await prisma.setting.findMany() // expect: require-ci-guard
  for (const { key } of settings) {
    await prisma.setting.update({ where: { key }, data: { key: key.trim() } })
  }
}

main().then(() => prisma.$disconnect())
