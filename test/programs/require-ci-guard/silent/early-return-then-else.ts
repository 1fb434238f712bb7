import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
async function main() {
  if (!process.env.CI) {
    console.log('Nothing to do outside CI.')
  } else {
    await prisma.coupon.deleteMany({ where: { used: true } })
  }
}
main()
  .catch((error) => {
    console.error(error)
    process.exitCode = 1
  })
  .finally(() => prisma.$disconnect())
