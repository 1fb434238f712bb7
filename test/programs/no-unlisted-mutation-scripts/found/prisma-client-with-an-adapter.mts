import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../generated/prisma/client.js'
const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL })
await using client = new PrismaClient({ adapter }).$extends({ name: 'audit' })
const { user: users } = client
await users.delete({ where: { id: Number(process.argv[2]) } }) // expect: no-unlisted-mutation-scripts
