import { PrismaClient } from '@prisma/client'
const check = () => { if (!process.env.CI) throw new Error('CI only') }
try {
  try {
    check()
  } catch (error) {
    console.error('guard failed')
    throw error
  }
  await new PrismaClient().user.deleteMany()
} finally {
  console.log('done')
}
