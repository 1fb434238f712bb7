import { PrismaClient } from '@prisma/client'

const dryRun = process.argv.includes('--dry-run')
if (process.env.CI !== 'true') throw new Error('CI only')
if (!dryRun) await new PrismaClient().item.deleteMany({})
