import { PrismaClient } from '../generated/prisma/client'
const prisma = new PrismaClient({ adapter })
await prisma.user.createMany({ data: rows, skipDuplicates: true }) // expect: no-unlisted-mutation-scripts
