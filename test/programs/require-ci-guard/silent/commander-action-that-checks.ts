import { Command } from 'commander'
import { Pool } from 'pg'
const program = new Command()
program.command('wipe').action(async () => {
  if (process.env.CI !== 'true') program.error('CI only')
  await new Pool().query('DELETE FROM sessions')
})
program.parse()
