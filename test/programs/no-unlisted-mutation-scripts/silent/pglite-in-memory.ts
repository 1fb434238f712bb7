import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { pgTable, serial } from 'drizzle-orm/pg-core'
const items = pgTable('items', { id: serial() })
const client = new PGlite()
const db = drizzle(client)
await client.exec('create table items (id serial)')
await db.insert(items).values({})
console.log(await db.select().from(items))
