import knex from 'knex'

export const db = knex({
  client: 'pg',
  connection: {
    host: 'db.prod.example.com', // expect: no-production-database-url
    user: 'app',
    database: 'shop',
  },
})
