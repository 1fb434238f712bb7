import { countUsers } from '../src/users'
console.log(await countUsers())
// file: src/users.ts
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
export const countUsers = () => prisma.user.count()
export const removeUsers = () => prisma.user.deleteMany()
