import { Command } from 'commander'
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
async function purge() {
  await prisma.log.deleteMany() // expect: no-unlisted-mutation-scripts
}
new Command().command('purge').action(purge).parse()
