import { PrismaClient } from '@prisma/client'
const db = new PrismaClient()
await db.$transaction(async (tx) => {
  await tx.invoice.deleteMany({ where: { draft: true } }) // expect: no-unlisted-mutation-scripts
  await tx.customer.update({ where: { id: 1 }, data: { drafts: 0 } })
})
