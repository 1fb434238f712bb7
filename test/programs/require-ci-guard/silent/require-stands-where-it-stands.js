const { enforceCi } = require('../lib/ci')
enforceCi()
require('../lib/connect')
// file: lib/ci.js
exports.enforceCi = function () {
  if (process.env.CI !== 'true') process.exit(1)
}
// file: lib/connect.js
const { Client } = require('pg')
new Client().connect()
