import { readFile } from 'node:fs/promises'
import pg from 'pg'

const file = new URL('../sql/retire-plans.sql', import.meta.url)
const client = new pg.Client(process.env.DATABASE_URL)

await client.connect()
try {
  await client.query(await readFile(file, 'utf8')) // expect: no-unlisted-mutation-scripts
} finally {
  await client.end()
}
// file: sql/retire-plans.sql
UPDATE plans SET retired = true WHERE price = 0;
