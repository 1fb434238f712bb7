// file: src/routes/users.ts
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
export const remove = (id: string) => prisma.user.delete({ where: { id } })
remove('1')
