const { Pool } = require('pg')
function die(message) {
  console.error(message)
}
if (!process.env.CI) die('CI only')
new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
