import { removeStale } from '../src/maintenance'
removeStale(30).then(() => process.exit(0)) // expect: no-unlisted-mutation-scripts
// file: src/maintenance.ts
import { prisma } from './db'
export async function removeStale(days: number) {
  await prisma.upload.deleteMany({ where: { age: { gt: days } } })
}
// file: src/db.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
