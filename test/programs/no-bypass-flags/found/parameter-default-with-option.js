const { Sequelize } = require('sequelize')

const sequelize = new Sequelize(process.env.DATABASE_URL)

function guard({ bypass = false } = {}) {
  if (bypass) return
  if (!process.env.GITHUB_ACTIONS) {
    console.error('only in GitHub Actions')
    process.exit(1)
  }
}

async function main() {
  guard({ bypass: process.env.BYPASS_CI_GUARD === 'yes' }) // expect: no-bypass-flags
  await sequelize.query('UPDATE features SET enabled = 1')
  await sequelize.close()
}

main()
