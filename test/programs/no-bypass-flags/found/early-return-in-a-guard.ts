import { PrismaClient } from '@prisma/client'

function enforceCi(): void {
  if (process.env.SKIP_CI_CHECK === 'true') return // expect: no-bypass-flags
  if (process.env.CI !== 'true') throw new Error('CI only')
}

enforceCi()
await new PrismaClient().item.updateMany({ data: { active: true } })
