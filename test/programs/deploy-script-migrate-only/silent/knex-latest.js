// settings: {"deployScripts": ["scripts/*"]}
const knex = require('knex')(require('../knexfile').production)

knex.migrate.latest()
  .then(() => knex.destroy())
  .catch((error) => {
    console.error(error)
    process.exitCode = 1
    return knex.destroy()
  })
