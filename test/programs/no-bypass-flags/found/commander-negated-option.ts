import { program } from 'commander'
import { enforceCI } from '../lib/ci'
import { prisma } from '../lib/prisma'
const options = program.option('--no-ci-check', 'for emergencies').parse().opts()
if (options.ciCheck) enforceCI() // expect: no-bypass-flags
await prisma.plan.deleteMany()
