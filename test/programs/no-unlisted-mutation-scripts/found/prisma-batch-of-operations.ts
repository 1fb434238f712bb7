import prisma from '@/lib/prisma'
const ids = (await prisma.post.findMany({ select: { id: true } })).map(({ id }) => id)
const operations = ids.map(id => prisma.post.update({ where: { id }, data: { views: 0 } })) // expect: no-unlisted-mutation-scripts
await prisma.$transaction(operations)
// file: lib/prisma.ts
import { PrismaClient } from '@prisma/client'
const holder = globalThis as unknown as { prisma?: PrismaClient }
const prisma = holder.prisma ?? new PrismaClient()
if (process.env.NODE_ENV !== 'production') holder.prisma = prisma
export default prisma
// file: tsconfig.json
{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./*"] } } }
