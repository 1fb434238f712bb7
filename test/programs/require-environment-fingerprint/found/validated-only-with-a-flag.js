const knex = require('knex')
const { verifyDatabaseEnvironment } = require('@acme/safety')
async function main() {
  if (process.argv.includes('--verify')) await verifyDatabaseEnvironment('production')
  const db = knex({ client: 'pg', connection: process.env.DATABASE_URL }) // expect: require-environment-fingerprint
  await db('carts').del()
  await db.destroy()
}
main()
