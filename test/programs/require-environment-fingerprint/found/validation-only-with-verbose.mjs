import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { validateEnvironmentFingerprint } from '@acme/db-safety'
import { features } from '../db/schema.mjs'

const strict = process.argv.includes('--strict')
if (strict) {
  await validateEnvironmentFingerprint({ url: process.env.DATABASE_URL, environment: 'production' })
}

const client = postgres(process.env.DATABASE_URL) // expect: require-environment-fingerprint
const db = drizzle(client)
await db.update(features).set({ enabled: true })
await client.end()
// file: db/schema.mjs
import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
export const features = pgTable('features', { key: text('key'), enabled: boolean('enabled') })
