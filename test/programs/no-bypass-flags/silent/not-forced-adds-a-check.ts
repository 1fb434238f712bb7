import { PrismaClient } from '@prisma/client'

if (process.env.CI !== 'true') throw new Error('CI only')
if (process.env.FORCE_VALIDATION === '1') validateRows()
await new PrismaClient().item.deleteMany({})

function validateRows(): void {
  if (process.env.ROWS === undefined) throw new Error('ROWS is missing')
}
