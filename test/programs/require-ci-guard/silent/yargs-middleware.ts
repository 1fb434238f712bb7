import yargs from 'yargs'
import { hideBin } from 'yargs/helpers'
import knex from 'knex'
const db = knex({ client: 'pg', connection: process.env.DATABASE_URL })
await yargs(hideBin(process.argv))
  .middleware(() => {
    if (process.env.CI !== 'true') throw new Error('the pipeline does this')
  })
  .command('expire', 'expire old invites', {}, async () => {
    await db('invites').del()
  })
  .parseAsync()
