import cac from 'cac'
import { Pool } from 'pg'

const cli = cac('wipe')
cli.command('run').option('--force', 'run outside of CI').action(async (options: { force?: boolean }) => {
  if (process.env.CI !== 'true' && !options.force) { // expect: no-bypass-flags
    console.error('only in CI')
    process.exit(1)
  }
  await new Pool().query('DELETE FROM sessions')
})
cli.parse()
