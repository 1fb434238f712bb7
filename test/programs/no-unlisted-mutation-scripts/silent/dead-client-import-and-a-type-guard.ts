import { Prisma, PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
try {
  const user = await prisma.user.findUniqueOrThrow({ where: { id: 1 } })
  console.log(user)
} catch (error) {
  if (error instanceof Prisma.PrismaClientKnownRequestError) console.error(error.code)
}
const dmmf = Prisma.dmmf.datamodel.models.map(model => model.name)
const raw = Prisma.sql`UPDATE x SET y = 1`
console.log(dmmf, raw.text)
