import assert from 'node:assert/strict'
import { Pool } from 'pg'
assert.equal(process.env.CI, 'true', 'CI only')
await new Pool().query('DELETE FROM sessions')
