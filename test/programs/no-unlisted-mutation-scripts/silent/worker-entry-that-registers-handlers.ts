// file: package.json
{ "private": true, "workspaces": ["worker"] }
// file: worker/package.json
{ "name": "worker", "private": true, "scripts": { "start": "node dist/index.js", "dev": "tsx watch src/index.ts" } }
// file: worker/src/index.ts
import { Worker } from 'bullmq'
import { deleteProject } from './delete-project'
import app from './app'
new Worker('deletions', async job => deleteProject(job.data.id))
app.listen(3030)
// file: worker/src/app.ts
import express from 'express'
const app = express()
export default app
// file: worker/src/delete-project.ts
import { prisma } from './prisma'
export async function deleteProject(id: string) {
  await prisma.project.delete({ where: { id } })
}
// file: worker/src/prisma.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
