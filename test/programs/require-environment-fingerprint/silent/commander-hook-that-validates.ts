import { Command } from 'commander'
import { Pool } from 'pg'
import { validateEnvironmentFingerprint } from '@acme/safety'
const program = new Command()
program.hook('preAction', async () => {
  await validateEnvironmentFingerprint(process.env.DATABASE_URL!, 'production')
})
program.command('purge').action(async () => {
  await new Pool().query('DELETE FROM carts')
})
await program.parseAsync()
