import { db } from '../src' // expect: require-environment-fingerprint
import { verifyDatabaseEnvironment } from '@acme/safety'
await verifyDatabaseEnvironment('production')
await db.delete()
// file: src/index.ts
export { db } from './db'
// file: src/db.ts
import knex from 'knex'
export const client = knex({ client: 'pg', connection: process.env.DATABASE_URL })
export const db = client('carts')
