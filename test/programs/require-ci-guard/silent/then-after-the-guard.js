const { PrismaClient } = require('@prisma/client')
const prisma = new PrismaClient()
async function enforceCi() {
  if (!process.env.CI) throw new Error('CI only')
}
async function main() {
  await prisma.user.deleteMany()
}
enforceCi().then(main).catch((error) => {
  console.error(error)
  process.exit(1)
})
