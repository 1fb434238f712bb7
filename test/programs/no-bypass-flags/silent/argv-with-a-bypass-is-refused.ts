import { PrismaClient } from '@prisma/client'

const BANNED = ['--force', '--skip-checks', '--no-verify']
if (process.argv.some(argument => BANNED.includes(argument))) {
  console.error('no bypass flags')
  process.exit(1)
}
if (process.env.CI !== 'true') process.exit(1)
await new PrismaClient().item.deleteMany({})
