const { Pool } = require('pg')
async function wipe() {
  await new Pool().query('DELETE FROM sessions')
}
if (require.main === module) {
  if (process.env.CI !== 'true') process.exit(1)
  wipe()
}
module.exports = { wipe }
