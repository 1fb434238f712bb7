const knex = require('knex')({ client: 'mysql2', connection: process.env.DATABASE_URL })
knex('users').whereNull('email').del().then(() => knex.destroy()) // expect: no-unlisted-mutation-scripts
