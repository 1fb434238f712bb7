// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'node:child_process'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
execSync('prisma migrate deploy')
await prisma.setting.upsert({ where: { id: 1 }, create: {}, update: {} }) // expect: deploy-script-migrate-only
await prisma.$disconnect()
