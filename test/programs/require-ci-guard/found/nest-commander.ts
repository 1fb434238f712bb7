import { Command, CommandRunner } from 'nest-commander'
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
@Command({ name: 'purge' })
export class PurgeCommand extends CommandRunner {
  async run(): Promise<void> {
    await prisma.event.deleteMany() // expect: require-ci-guard
  }
}
