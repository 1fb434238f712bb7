import { Client } from 'pg'

export async function connect(url = 'postgres://ledger:s3cr3t@ledger.c9akciq32.eu-west-1.rds.amazonaws.com:5432/ledger') { // expect: no-production-database-url
  const client = new Client(url)
  await client.connect()
  return client
}
