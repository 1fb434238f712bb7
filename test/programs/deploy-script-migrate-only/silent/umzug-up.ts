// settings: {"deployScripts": ["scripts/*"]}
import { Sequelize } from 'sequelize'
import { SequelizeStorage, Umzug } from 'umzug'

const sequelize = new Sequelize(process.env.DATABASE_URL ?? '')
const umzug = new Umzug({ migrations: { glob: 'migrations/*.js' }, storage: new SequelizeStorage({ sequelize }), logger: console })
await umzug.up()
await sequelize.close()
