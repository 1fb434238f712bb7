import { PrismaClient } from '@prisma/client'
class Backfill {
  static readonly prisma = new PrismaClient()
  static async start() {
    await Backfill.prisma.user.updateMany({ where: { slug: null }, data: { slug: '' } }) // expect: require-ci-guard
  }
}
Backfill.start()
Promise.resolve().then(() => {
  if (!process.env.CI) throw new Error('CI only')
})
