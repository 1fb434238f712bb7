const { PrismaClient } = require('@prisma/client')

const bypass = process.env.BYPASS_FINGERPRINT === '1' // expect: no-bypass-flags
const prisma = new PrismaClient()

async function main() {
  if (!bypass) {
    await validateFingerprint(prisma)
  }
  await prisma.item.create({ data: { name: 'a' } })
}

async function validateFingerprint(client) {
  const row = await client.databaseMetadata.findFirst()
  if (row?.environment !== 'production') throw new Error('wrong database')
}

main()
