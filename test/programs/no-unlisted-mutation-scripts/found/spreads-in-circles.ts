// Configuration objects that are spread into each other have more ways through them than anybody can walk.
import { Pool } from 'pg'

const base = { ...first, ...second, ...third, ...fourth }
const first = { ...second, ...third, ...fourth, ...base, port: 1 }
const second = { ...third, ...fourth, ...base, ...first, host: 'a' }
const third = { ...fourth, ...base, ...first, ...second, user: 'b' }
const fourth = { ...base, ...first, ...second, ...third, name: 'c' }

base.client.user.deleteMany()
fourth.tables.orders.insert(base.client.rows)

const pool = new Pool()
await pool.query('DELETE FROM sessions') // expect: no-unlisted-mutation-scripts
