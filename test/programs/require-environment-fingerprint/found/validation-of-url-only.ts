import { drizzle } from 'drizzle-orm/node-postgres'
import { accounts } from '../src/schema'

function looksLikeProduction(url: string) {
  return new URL(url).hostname.startsWith('prod')
}

if (!looksLikeProduction(process.env.DATABASE_URL!)) throw new Error('wrong url')

const db = drizzle(process.env.DATABASE_URL!) // expect: require-environment-fingerprint
await db.update(accounts).set({ locked: false })
// file: src/schema.ts
import { boolean, pgTable } from 'drizzle-orm/pg-core'
export const accounts = pgTable('accounts', { locked: boolean('locked') })
