import { program } from 'commander'
import { PrismaClient } from '@prisma/client'

program
  .option('-f, --force', 'run even outside of CI')
  .option('-n, --limit <n>', 'how many', '100')
  .parse()

const { force, limit } = program.opts() // expect: no-bypass-flags

function assertCi() {
  if (process.env.CI !== 'true') {
    throw new Error('Outside of CI; use --force if you know what you do')
  }
}

if (!force) assertCi()

const prisma = new PrismaClient()
const stale = await prisma.lead.findMany({ take: Number(limit), where: { state: 'stale' } })
await prisma.lead.deleteMany({ where: { id: { in: stale.map(({ id }) => id) } } })
await prisma.$disconnect()
