// file: package.json
{ "name": "shop", "prisma": { "seed": "tsx src/first-data.ts" } }
// file: src/first-data.ts
import { PrismaClient } from '@prisma/client'
await new PrismaClient().plan.create({ data: { name: 'free' } }) // expect: no-unlisted-mutation-scripts
