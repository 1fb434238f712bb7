import { parseArgs } from 'node:util'
import { Pool } from 'pg'

if (process.env.CI !== 'true') throw new Error('CI only')
const { values } = parseArgs({ options: { apply: { type: 'boolean' } } })
const pool = new Pool()
const sql = 'UPDATE items SET active = false WHERE stale'
if (values.apply) await pool.query(sql)
else console.log(sql)
