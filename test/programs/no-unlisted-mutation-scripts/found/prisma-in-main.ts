import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

async function main() {
  const plans = await prisma.plan.findMany()
  for (const plan of plans) {
    await prisma.plan.update({ where: { id: plan.id }, data: { active: true } }) // expect: no-unlisted-mutation-scripts
  }
}

main()
  .catch((error) => {
    console.error(error)
    process.exit(1)
  })
  .finally(() => prisma.$disconnect())
