import { Client } from 'pg'
for (const name of process.argv.slice(2)) {
  if (!process.env.CI) throw new Error(`${name} needs CI`)
}
const client = new Client()
await client.connect() // expect: require-ci-guard
