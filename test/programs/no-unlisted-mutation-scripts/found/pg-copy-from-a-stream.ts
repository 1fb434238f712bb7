import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
const client = new Client()
await client.connect()
await pipeline(createReadStream('cities.csv'), client.query(copyFrom('COPY cities FROM STDIN WITH CSV'))) // expect: no-unlisted-mutation-scripts
