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
  if (!ciOnly()) return
  const settings = await prisma.setting.findMany()
  for (const { key } of settings) {
    await prisma.setting.update({ where: { key }, data: { key: key.trim() } })
  }
}

main().then(() => prisma.$disconnect())
