import { drizzle } from 'drizzle-orm/node-postgres'
import { sql } from 'drizzle-orm'
import { users } from './schema'
const db = drizzle(process.env.DATABASE_URL!)
console.log(await db.select().from(users), await db.query.users.findFirst(), await db.execute(sql`select 1`))
