import yargs from 'yargs'
import { hideBin } from 'yargs/helpers'
import knex from 'knex'
const db = knex({ client: 'pg', connection: process.env.DATABASE_URL })
await yargs(hideBin(process.argv))
  .command('expire <days>', 'expire old invites', y => y.positional('days', { type: 'number' }), async (argv) => {
    await db('invites').where('age', '>', argv.days).del() // expect: require-ci-guard
    await db.destroy()
  })
  .demandCommand()
  .parseAsync()
