// file: src/jobs/nightly.ts
import { PrismaClient } from '@prisma/client'
new PrismaClient().report.create({ data: { day: 1 } }) // expect: no-unlisted-mutation-scripts
// file: package.json
{ "scripts": { "nightly": "tsx src/jobs/nightly.ts" } }
