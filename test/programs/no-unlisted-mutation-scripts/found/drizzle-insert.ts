import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { products } from '../src/schema'
const db = drizzle(postgres(process.env.DATABASE_URL!))
await db.insert(products).values([{ sku: 'a' }]).onConflictDoNothing() // expect: no-unlisted-mutation-scripts
// file: src/schema.ts
import { pgTable, text } from 'drizzle-orm/pg-core'
export const products = pgTable('products', { sku: text('sku') })
