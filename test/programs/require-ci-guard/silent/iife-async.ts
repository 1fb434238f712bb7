import { PrismaClient } from '@prisma/client'
;(async () => {
  if (process.env.CI !== 'true') {
    console.error('CI only')
    return process.exit(1)
  }
  await new PrismaClient().user.deleteMany()
})()
