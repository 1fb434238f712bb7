import { PrismaClient } from '@prisma/client'
import { assertRunningInPipeline } from './lib/pipeline'

const prisma = new PrismaClient()

async function backfill() {
  assertRunningInPipeline('backfill-slugs')
  const posts = await prisma.post.findMany({ where: { slug: null } })
  for (const post of posts) {
    await prisma.post.update({ where: { id: post.id }, data: { slug: post.title.toLowerCase() } })
  }
}

backfill().finally(() => prisma.$disconnect())
// file: scripts/lib/pipeline.ts
const PIPELINE_VARIABLES = ['GITHUB_ACTIONS', 'GITLAB_CI'] as const

export function isPipeline(): boolean {
  return PIPELINE_VARIABLES.some((name) => process.env[name] === 'true')
}

export function assertRunningInPipeline(script: string): void {
  if (!isPipeline()) {
    throw new Error(`${script} is only allowed to run from the deployment pipeline`)
  }
}
