const { PrismaClient } = require('@prisma/client')
const prisma = new PrismaClient()
const guard = async () => { if (!process.env.CI) throw new Error('CI only') }
guard()
  .then(() => prisma.user.deleteMany())
  .then(count => console.log(count))
  .catch((error) => { console.error(error); process.exitCode = 1 })
  .finally(() => prisma.$disconnect())
