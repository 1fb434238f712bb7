import { Command } from 'commander'
import { Pool } from 'pg'
const program = new Command()
program.hook('preAction', (command) => {
  console.log(`running ${command.name()}`)
})
program.command('purge').action(async () => {
  const pool = new Pool({ connectionString: process.env.DATABASE_URL })
  await pool.query('DELETE FROM audit_events') // expect: require-ci-guard
})
await program.parseAsync(process.argv)
