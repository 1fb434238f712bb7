import yargs from 'yargs'
import { hideBin } from 'yargs/helpers'
import { createPool } from 'mysql2/promise'

if (process.env['CI'] == null || process.env['CI'] === 'false' || process.env['CI'] === '') {
  process.stderr.write('vouchers: only available in CI\n')
  process.exit(77)
}

const pool = createPool(process.env.MYSQL_URL!)

await yargs(hideBin(process.argv))
  .command('expire', 'expire vouchers', (y) => y.option('days', { type: 'number', default: 90 }), async ({ days }) => {
    await pool.execute('UPDATE vouchers SET state = "expired" WHERE created_at < NOW() - INTERVAL ? DAY', [days])
    await pool.end()
  })
  .parseAsync()
