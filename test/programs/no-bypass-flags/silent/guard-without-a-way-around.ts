import { PrismaClient } from '@prisma/client'
import { enforceCIOnlyExecution } from '../lib/ci-enforcement'

enforceCIOnlyExecution({ script: 'sync', force: false })
await new PrismaClient().item.deleteMany({})
// file: lib/ci-enforcement.ts
export function enforceCIOnlyExecution({ script }: { script: string, force?: boolean }): void {
  if (process.env.CI !== 'true') throw new Error(`${script} runs in CI only`)
}
