import { Sequelize } from 'sequelize'
import { validateEnvironmentFingerprint } from '@acme/safety'
await validateEnvironmentFingerprint(process.env.PROD_DATABASE_URL, 'development') // expect: require-environment-fingerprint
const sequelize = new Sequelize(process.env.PROD_DATABASE_URL!)
await sequelize.query('DELETE FROM carts')
