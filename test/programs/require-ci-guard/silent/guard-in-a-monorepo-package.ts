import { onlyInPipeline } from '@shop/ops'
onlyInPipeline('expire-carts')
const { prisma } = await import('@shop/database')
await prisma.cart.deleteMany({ where: { expired: true } })
// file: package.json
{ "private": true, "workspaces": ["packages/*"] }
// file: packages/ops/package.json
{ "name": "@shop/ops", "main": "src/index.ts" }
// file: packages/ops/src/index.ts
export { onlyInPipeline } from './pipeline'
// file: packages/ops/src/pipeline.ts
const SERVICES = ['GITHUB_ACTIONS', 'GITLAB_CI', 'BUILDKITE']
export function onlyInPipeline(task: string): void {
  const runsInPipeline = SERVICES.some(name => process.env[name] === 'true')
  if (!runsInPipeline) {
    throw new Error(`${task} is started by the pipeline only`)
  }
}
// file: packages/database/package.json
{ "name": "@shop/database", "main": "src/index.ts" }
// file: packages/database/src/index.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
