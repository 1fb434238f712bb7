import { drizzle } from 'drizzle-orm/mysql2'
import { eq } from 'drizzle-orm'
import { carts } from './schema'
const db = drizzle(process.env.DATABASE_URL!)
await db.transaction(async (tx) => {
  const old = await tx.select().from(carts)
  for (const cart of old) await tx.delete(carts).where(eq(carts.id, cart.id)) // expect: no-unlisted-mutation-scripts
})
