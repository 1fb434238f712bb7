import yargs from 'yargs'
import { PrismaClient } from '@prisma/client'
yargs(process.argv.slice(2)).command('wipe', 'deletes users', () => {}, async () => {
  if (!process.env.CI) throw new Error('CI only')
  await new PrismaClient().user.deleteMany()
}).parse()
