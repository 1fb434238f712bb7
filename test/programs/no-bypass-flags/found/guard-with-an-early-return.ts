import { prisma } from '../lib/prisma'
function blockLocally(): void {
  if (process.env.CI === 'true') return
  process.exit(1)
}
if (process.env.DISABLE_BLOCK === undefined) blockLocally() // expect: no-bypass-flags
await prisma.plan.deleteMany()
