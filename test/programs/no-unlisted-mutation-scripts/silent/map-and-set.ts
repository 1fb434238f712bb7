import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
const users = new Map((await prisma.user.findMany()).map(user => [user.id, user]))
users.delete('1')
const seen = new Set<string>()
seen.delete('x')
new WeakMap().delete({})
const db = { user: { delete: (id: string) => users.delete(id), update() {} } }
db.user.delete('2')
