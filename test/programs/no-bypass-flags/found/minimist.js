const argv = require('minimist')(process.argv.slice(2))
const knex = require('knex')({ client: 'pg', connection: process.env.DATABASE_URL })

if (!argv['no-verify']) { // expect: no-bypass-flags
  verifyEnvironment()
}
knex('items').del()

function verifyEnvironment() {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
