import { PrismaClient } from '@prisma/client'

async function main(skipGuard: boolean): Promise<void> {
  if (!skipGuard) assertCi()
  await new PrismaClient().item.deleteMany({})
}

main(process.env.IGNORE_GUARD === '1') // expect: no-bypass-flags

function assertCi(): void {
  if (!process.env.CI) throw new Error('CI only')
}
