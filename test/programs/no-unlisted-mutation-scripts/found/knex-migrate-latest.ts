import Knex from 'knex'
import config from '../knexfile'
const db = Knex(config)
db.migrate.latest().then(() => db.destroy()) // expect: no-unlisted-mutation-scripts
