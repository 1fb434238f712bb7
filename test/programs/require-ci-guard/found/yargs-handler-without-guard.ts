import yargs from 'yargs'
import { hideBin } from 'yargs/helpers'
import { createPool } from 'mysql2/promise'

const pool = createPool(process.env.MYSQL_URL!)

await yargs(hideBin(process.argv))
  .command('expire', 'expire vouchers', (y) => y.option('days', { type: 'number', default: 90 }), async ({ days }) => {
    const [result] = await pool.execute('UPDATE vouchers SET state = "expired" WHERE created_at < NOW() - INTERVAL ? DAY', [days]) // expect: require-ci-guard
    console.log(result)
    await pool.end()
  })
  .demandCommand(1)
  .strict()
  .parseAsync()
