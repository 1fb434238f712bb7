import { Client } from 'pg'
const client = new Client()
await client.connect()
await client.query("SELECT * FROM audit WHERE action IN ('DELETE', 'UPDATE', 'INSERT INTO') -- DROP TABLE x")
await client.query('BEGIN')
await client.query('SET statement_timeout = 0')
await client.query('EXPLAIN SELECT 1')
await client.query('SELECT id FROM jobs FOR UPDATE SKIP LOCKED')
await client.query('ROLLBACK')
