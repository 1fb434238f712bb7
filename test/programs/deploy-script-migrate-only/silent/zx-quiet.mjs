// settings: {"deployScripts": ["scripts/*"]}
import { $, chalk, echo } from 'zx'

$.verbose = true
if (process.env.CI !== 'true') {
  echo(chalk.red('CI only'))
  process.exit(1)
}
await $`npx knex migrate:latest --env production`
echo(chalk.green('done'))
