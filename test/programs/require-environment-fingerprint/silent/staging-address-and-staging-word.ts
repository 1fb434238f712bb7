import { validateEnvironmentFingerprint } from '@acme/safety'
import { Sequelize } from 'sequelize'
const url = process.env.STAGING_DATABASE_URL!
await validateEnvironmentFingerprint(url, 'staging')
const sequelize = new Sequelize(url)
await sequelize.query('DELETE FROM carts')
