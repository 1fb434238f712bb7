// options: {"before": "first-write"}
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
console.log(await prisma.service.count())
