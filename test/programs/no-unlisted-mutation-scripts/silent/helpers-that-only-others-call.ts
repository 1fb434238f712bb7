// file: scripts/lib/users.ts
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
async function wipe() {
  await prisma.user.deleteMany()
}
export async function resetUsers() {
  await wipe()
}
export const helpers = { wipe: () => wipe() }
