import '../src/repair' // expect: no-unlisted-mutation-scripts
// file: src/repair.ts
import knexFactory from 'knex'
const knex = knexFactory({ client: 'pg' })
await knex('orders').where({ state: null }).update({ state: 'new' })
