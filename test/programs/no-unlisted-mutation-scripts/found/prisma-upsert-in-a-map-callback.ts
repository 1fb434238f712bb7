import { PrismaClient, type Prisma } from '@prisma/client'
const db = new PrismaClient({ log: ['warn'] })
const roles: Prisma.RoleCreateInput[] = [{ name: 'admin' }, { name: 'editor' }]
await Promise.all(roles.map(role => db.role.upsert({ where: { name: role.name }, create: role, update: {} }))) // expect: no-unlisted-mutation-scripts
await db.$disconnect()
