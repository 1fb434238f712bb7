const config = require('../knexfile')
const knex = require('knex')(config[process.env.NODE_ENV || 'development'])
async function run() {
  const stale = await knex.select('id').from('devices').where('seen', '<', 10)
  for (const { id } of stale) {
    await knex('devices').where({ id }).update({ archived: true }) // expect: no-unlisted-mutation-scripts
  }
}
run().then(() => knex.destroy())
// file: knexfile.js
module.exports = { development: { client: 'pg' }, production: { client: 'pg', connection: process.env.DATABASE_URL } }
