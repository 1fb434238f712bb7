import { PrismaClient } from '@prisma/client'
class Cleaner {
  constructor(private readonly db: PrismaClient) {}
  async run() {
    await this.db.token.deleteMany() // expect: no-unlisted-mutation-scripts
  }
}
new Cleaner(new PrismaClient()).run()
