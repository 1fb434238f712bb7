import { drizzle } from 'drizzle-orm/pglite'
import { sql } from 'drizzle-orm'
import { writeFile } from 'node:fs/promises'
import { users } from '../src/schema'

const db = drizzle()
await db.execute(sql`create table users (id serial primary key, name text)`)
await db.insert(users).values({ name: 'Ada' })
const explained = await db.execute(sql`explain select * from users`)
await writeFile('docs/explain.json', JSON.stringify(explained.rows, null, 2))
// file: src/schema.ts
import { pgTable, serial, text } from 'drizzle-orm/pg-core'
export const users = pgTable('users', { id: serial('id').primaryKey(), name: text('name') })
