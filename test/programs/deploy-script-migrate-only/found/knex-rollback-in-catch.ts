// settings: {"deployScripts": ["scripts/*"]}
import knexFactory from 'knex'

const knex = knexFactory({ client: 'pg', connection: process.env.DATABASE_URL })
try {
  await knex.migrate.latest()
} catch (error) {
  await knex.migrate.rollback() // expect: deploy-script-migrate-only
  throw error
}
await knex.destroy()
