import { Sequelize } from 'sequelize'
import invariant from 'tiny-invariant'

const { GITHUB_ACTIONS, GITHUB_WORKFLOW, DATABASE_URL } = process.env

invariant(GITHUB_ACTIONS, 'Runs in GitHub Actions only')
invariant(DATABASE_URL, 'DATABASE_URL is missing')
if (GITHUB_WORKFLOW !== 'maintenance') {
  throw new Error(`Wrong workflow: ${GITHUB_WORKFLOW}`)
}

const sequelize = new Sequelize(DATABASE_URL)
await sequelize.query("DELETE FROM events WHERE created_at < now() - interval '1 year'")
await sequelize.close()
