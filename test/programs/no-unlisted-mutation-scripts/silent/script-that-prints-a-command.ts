import { Command } from 'commander'
new Command()
  .command('help-migrate')
  .action(() => {
    console.log('Run: npx prisma migrate deploy')
    console.log(['psql', '$DATABASE_URL', '-c', 'DELETE FROM x'].join(' '))
  })
  .parse()
