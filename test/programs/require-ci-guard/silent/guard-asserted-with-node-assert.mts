import assert from 'node:assert/strict'
import { Client } from 'pg'
assert.ok(process.env.CI === 'true', 'CI only')
const client = new Client()
await client.connect()
await client.query('REFRESH MATERIALIZED VIEW totals')
await client.end()
