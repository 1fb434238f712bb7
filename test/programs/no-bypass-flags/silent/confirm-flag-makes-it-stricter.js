const { Sequelize } = require('sequelize')

if (!process.env.GITHUB_ACTIONS) {
  console.error('only in GitHub Actions')
  process.exit(1)
}

if (process.env.DISABLE_MUTATIONS === 'true') {
  console.log('mutations are frozen at the moment')
  process.exit(0)
}

if (!process.argv.includes('--confirm')) {
  console.error('Usage: enable-features --confirm. There is no --force and no SKIP_ variable.')
  process.exit(1)
}

const sequelize = new Sequelize(process.env.DATABASE_URL)
sequelize.query('UPDATE features SET enabled = 1').then(() => sequelize.close())
