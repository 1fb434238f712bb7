const knex = require('knex')({ client: 'pg' })
console.log(knex('users').where({ id: 1 }).select().toString())
console.log(knex('users').insert({ id: 1 }).toSQL().sql)
