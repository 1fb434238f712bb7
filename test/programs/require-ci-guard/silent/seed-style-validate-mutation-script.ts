import { validateMutationScript } from '../lib/ci-enforcement'
import { PrismaClient } from '@prisma/client'
validateMutationScript('sync-dev-to-prod-services')
async function main() {
  const prisma = new PrismaClient()
  await prisma.service.updateMany({ data: { isActive: true } })
}
main().catch((error) => { console.error(error); process.exit(1) })
// file: lib/ci-enforcement.ts
export function enforceCIOnlyExecution(scriptName: string): void {
  const isCI = process.env.CI === 'true'
  if (!isCI) {
    console.error(`❌ ${scriptName} is blocked outside of CI`)
    process.exit(1)
  }
}
export function blockProductionDatabaseLocally(): void {
  if (process.env.CI !== 'true' && process.env.PROD_DATABASE_URL) {
    throw new Error('PROD_DATABASE_URL may not be used locally')
  }
}
export function validateMutationScript(scriptName: string): void {
  enforceCIOnlyExecution(scriptName)
  blockProductionDatabaseLocally()
}
