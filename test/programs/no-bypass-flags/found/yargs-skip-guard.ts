import yargs from 'yargs'
import { hideBin } from 'yargs/helpers'
import { PrismaClient } from '@prisma/client'
import { assertCi } from '../lib/guards'

const argv = yargs(hideBin(process.argv)).option('skip-checks', { type: 'boolean', default: false }).parseSync()

if (!argv.skipChecks) assertCi() // expect: no-bypass-flags
const prisma = new PrismaClient()
await prisma.invoice.updateMany({ data: { state: 'open' } })
// file: lib/guards.ts
export function assertCi(): void {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
