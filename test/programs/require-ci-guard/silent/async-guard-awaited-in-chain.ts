import { knex } from 'knex'
import { readFile } from 'node:fs/promises'

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL })

async function verifyRunner(): Promise<void> {
  const allowed = JSON.parse(await readFile('.ci/runners.json', 'utf8')) as string[]
  if (!process.env.GITHUB_ACTIONS || !allowed.includes(process.env.RUNNER_NAME ?? '')) {
    throw new Error('Unknown runner')
  }
}

async function removeCoupons() {
  await db('coupons').where('valid_until', '<', new Date()).del()
}

verifyRunner()
  .then(removeCoupons)
  .then(() => db.destroy())
  .catch((error) => {
    console.error(error)
    process.exit(1)
  })
