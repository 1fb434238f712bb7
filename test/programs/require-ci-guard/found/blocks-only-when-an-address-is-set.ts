import { blockProductionDatabaseLocally } from '../lib/ci-enforcement'
import { PrismaClient } from '@prisma/client'
blockProductionDatabaseLocally()
await new PrismaClient().service.updateMany({ data: { isActive: true } }) // expect: require-ci-guard
// file: lib/ci-enforcement.ts
export function blockProductionDatabaseLocally(): void {
  if (process.env.CI !== 'true' && process.env.PROD_DATABASE_URL) {
    throw new Error('PROD_DATABASE_URL may not be used locally')
  }
}
