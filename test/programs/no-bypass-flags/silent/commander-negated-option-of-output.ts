import { program } from 'commander'
import { enforceCI } from '../lib/ci'
import { prisma } from '../lib/prisma'
const options = program.option('--no-table', 'plain lines').parse().opts()
enforceCI()
await prisma.plan.deleteMany()
if (options.table) console.table([])
