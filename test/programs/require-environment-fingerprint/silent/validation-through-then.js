const { Pool } = require('pg')
const { validateEnvironmentFingerprint } = require('@acme/fingerprint')
function main() {
  const pool = new Pool()
  return pool.query('DELETE FROM sessions')
}
validateEnvironmentFingerprint('production').then(main).catch((error) => {
  console.error(error)
  process.exit(1)
})
