const { Client } = require('pg')
const { requireCi } = require('../lib/require-ci')

requireCi({ allowLocal: process.argv.includes('--allow-local') }) // expect: no-bypass-flags
new Client().query('DELETE FROM tokens')
// file: lib/require-ci.js
exports.requireCi = function requireCi(options = {}) {
  if (options.allowLocal) return
  if (process.env.CI !== 'true') {
    console.error('CI only')
    process.exit(1)
  }
}
