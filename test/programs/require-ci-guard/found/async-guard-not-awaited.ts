import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
async function enforceCi() {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
async function main() {
  enforceCi()
  await prisma.user.deleteMany() // expect: require-ci-guard
}
void main()
