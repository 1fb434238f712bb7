// settings: {"deployScripts": ["scripts/*"]}
import { Sequelize } from 'sequelize'
import { SequelizeStorage, Umzug } from 'umzug'

const sequelize = new Sequelize(process.env.DATABASE_URL ?? '')
const umzug = new Umzug({ migrations: { glob: 'migrations/*.js' }, storage: new SequelizeStorage({ sequelize }), logger: console })
await umzug.down({ to: 0 }) // expect: deploy-script-migrate-only
await umzug.up()
