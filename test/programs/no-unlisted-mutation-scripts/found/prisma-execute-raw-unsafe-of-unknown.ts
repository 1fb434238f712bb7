import { PrismaClient } from '@prisma/client'
import { statements } from 'some-package'
const prisma = new PrismaClient()
for (const statement of statements) await prisma.$executeRawUnsafe(statement) // expect: no-unlisted-mutation-scripts
