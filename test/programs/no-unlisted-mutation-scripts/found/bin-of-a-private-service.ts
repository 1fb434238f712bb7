// file: package.json
{ "name": "billing", "private": true, "scripts": { "close-month": "tsx src/jobs/close-month.ts" } }
// file: src/jobs/close-month.ts
import { database } from '../database'
const closed = await database.period.updateMany({ where: { open: true }, data: { open: false } }) // expect: no-unlisted-mutation-scripts
console.log(`${closed.count} periods closed`)
// file: src/database.ts
import { PrismaClient } from '@prisma/client'
export const database = new PrismaClient()
