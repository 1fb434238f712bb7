import { Pool } from 'pg'
const environment = process.env.NODE_ENV
if (environment !== 'production') throw new Error('production only')
const pool = new Pool() // expect: require-environment-fingerprint
await pool.query('DELETE FROM sessions')
