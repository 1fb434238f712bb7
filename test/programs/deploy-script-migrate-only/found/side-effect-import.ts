// settings: {"deployScripts": ["scripts/program.ts"]}
import { execSync } from 'node:child_process'
import '../prisma/fill' // expect: deploy-script-migrate-only

execSync('npx prisma migrate deploy')
// file: prisma/fill.ts
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
await prisma.item.create({ data: { name: 'first' } })
