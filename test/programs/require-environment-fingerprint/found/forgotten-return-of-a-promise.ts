import { createPool } from 'mysql2/promise'
import { validateFingerprint } from '@acme/safety'
function prepare() {
  validateFingerprint('production').then(() => console.log('validated'))
}
prepare()
const pool = createPool(process.env.URL!) // expect: require-environment-fingerprint
await pool.execute('DELETE FROM carts')
