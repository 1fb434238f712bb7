import { Client } from 'pg'
const client = new Client()
await client.connect()
await client.query('WITH gone AS (DELETE FROM events WHERE at < now() RETURNING id) SELECT count(*) FROM gone') // expect: no-unlisted-mutation-scripts
