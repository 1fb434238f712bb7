import { db } from '@acme/db'
import type { Prisma } from '@prisma/client'

async function mergeCustomers(tx: Prisma.TransactionClient, from: string, to: string) {
  await tx.order.updateMany({ where: { customerId: from }, data: { customerId: to } }) // expect: no-unlisted-mutation-scripts
  await tx.customer.delete({ where: { id: from } })
}

const [from, to] = process.argv.slice(2)
if (!from || !to) {
  console.error('usage: merge-customers <from> <to>')
  process.exit(64)
}

await db.$transaction(async (tx) => {
  await mergeCustomers(tx, from, to)
}, { timeout: 60_000 })
// file: packages/db/package.json
{ "name": "@acme/db", "main": "./src/index.ts" }
// file: packages/db/src/index.ts
import { PrismaClient } from '@prisma/client'
const globalForPrisma = globalThis as unknown as { prisma?: PrismaClient }
export const db = globalForPrisma.prisma ?? new PrismaClient()
if (process.env.NODE_ENV !== 'production') globalForPrisma.prisma = db
