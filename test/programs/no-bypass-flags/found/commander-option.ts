import { Command } from 'commander'
import { PrismaClient } from '@prisma/client'

const program = new Command().option('--skip-checks', 'skip the checks').parse()
const options = program.opts()

if (!options.skipChecks) assertSafeTarget(process.env.DATABASE_URL) // expect: no-bypass-flags
await new PrismaClient().user.deleteMany()

function assertSafeTarget(url: string | undefined): void {
  if (url?.includes('prod')) throw new Error('no')
}
