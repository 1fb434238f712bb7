import { validateEnvironmentFingerprint } from '@acme/db-safety'

await validateEnvironmentFingerprint({ url: process.env.DATABASE_URL, environment: 'production' })

const { db, close } = await import('../db/client.mjs')
const { features } = await import('../db/schema.mjs')
await db.update(features).set({ enabled: true })
await close()
// file: db/client.mjs
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

const client = postgres(process.env.DATABASE_URL)
export const db = drizzle(client)
export const close = () => client.end()
// file: db/schema.mjs
import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
export const features = pgTable('features', { key: text('key'), enabled: boolean('enabled') })
