import { db } from '@/server/db'

const run = async () => {
  await db.session.deleteMany({ where: { expires: { lt: new Date() } } }) // expect: no-unlisted-mutation-scripts
}
void run()
// file: src/server/db.ts
import { PrismaClient } from '@prisma/client'
import { withAccelerate } from '@prisma/extension-accelerate'
const make = () => new PrismaClient().$extends(withAccelerate())
const kept = globalThis as unknown as { db: ReturnType<typeof make> | undefined }
export const db = kept.db ?? make()
// file: tsconfig.json
{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }
