import * as safety from '../lib/safety'
import { Sequelize } from 'sequelize'
safety.ci.enforce()
const sequelize = new Sequelize(process.env.DATABASE_URL!)
await sequelize.query('DELETE FROM logs')
// file: lib/safety/index.ts
export * as ci from './ci'
// file: lib/safety/ci.ts
export function enforce() {
  switch (process.env.CI) {
    case 'true':
    case '1':
      return
    default:
      throw new Error('CI only')
  }
}
