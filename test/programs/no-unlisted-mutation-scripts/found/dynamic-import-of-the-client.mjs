async function main() {
  const { PrismaClient } = await import('@prisma/client')
  const prisma = new PrismaClient()
  try {
    await prisma.$executeRaw`UPDATE posts SET slug = lower(slug)` // expect: no-unlisted-mutation-scripts
  } finally {
    await prisma.$disconnect()
  }
}
main()
