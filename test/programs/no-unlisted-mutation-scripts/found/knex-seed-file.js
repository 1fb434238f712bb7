// file: db/seeds/01_roles.js
exports.seed = async function (knex) {
  await knex('roles').del() // expect: no-unlisted-mutation-scripts
  await knex('roles').insert([{ name: 'admin' }])
}
