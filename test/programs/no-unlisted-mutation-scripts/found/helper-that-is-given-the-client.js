const { Client } = require('pg')
const reset = require('../src/reset')
async function main() {
  const client = new Client()
  await client.connect()
  await reset(client) // expect: no-unlisted-mutation-scripts
}
main()
// file: src/reset.js
module.exports = async function (c) {
  await c.query('TRUNCATE jobs')
}
