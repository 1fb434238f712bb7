import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

function assertPipeline() {
  if (process.env.NODE_ENV === 'production' && process.env.CI !== 'true') {
    throw new Error('production data changes in the pipeline only')
  }
}

async function main() {
  assertPipeline()
  await prisma.invoice.updateMany({ where: { status: 'draft' }, data: { status: 'void' } }) // expect: require-ci-guard
}

main().finally(() => prisma.$disconnect())
