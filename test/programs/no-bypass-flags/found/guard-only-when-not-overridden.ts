import { Client } from 'pg'

const { OVERRIDE_SAFETY } = process.env // expect: no-bypass-flags
const inCi = process.env.GITHUB_ACTIONS === 'true'

async function main(): Promise<void> {
  if (!inCi && OVERRIDE_SAFETY !== 'yes') {
    throw new Error('Only GitHub Actions may run this.')
  }
  const client = new Client()
  await client.connect()
  await client.query('UPDATE accounts SET locked = true')
  await client.end()
}

void main()
