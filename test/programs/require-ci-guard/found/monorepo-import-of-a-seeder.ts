import { seedCatalog } from '@shop/database/seed'
await seedCatalog() // expect: require-ci-guard
if (!process.env.CI) process.exit(1)
// file: package.json
{ "private": true, "workspaces": ["packages/*"] }
// file: packages/database/package.json
{ "name": "@shop/database", "exports": { ".": "./src/index.ts", "./seed": "./src/seed.ts" } }
// file: packages/database/src/index.ts
import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient()
// file: packages/database/src/seed.ts
import { prisma } from './index'
export async function seedCatalog() {
  await prisma.category.createMany({ data: [{ name: 'Books' }, { name: 'Music' }] })
}
