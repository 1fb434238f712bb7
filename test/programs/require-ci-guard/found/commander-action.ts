import { program } from 'commander'
import { Pool } from 'pg'
program.command('wipe').action(async () => {
  await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
})
program.parse()
