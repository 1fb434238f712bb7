const { PrismaClient } = require('@prisma/client')
const prisma = new PrismaClient()
async function clean() {
  for (const name of ['user', 'post']) {
    await prisma[name].deleteMany() // expect: no-unlisted-mutation-scripts
  }
}
clean()
