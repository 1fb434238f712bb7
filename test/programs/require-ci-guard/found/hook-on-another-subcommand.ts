import { Command } from 'commander'
import { Pool } from 'pg'
const program = new Command()
const report = program.command('report')
report.hook('preAction', () => {
  if (!process.env.CI) throw new Error('CI only')
})
report.action(() => console.log('report'))
program.command('purge').action(async () => {
  await new Pool().query('DELETE FROM events') // expect: require-ci-guard
})
program.parse()
