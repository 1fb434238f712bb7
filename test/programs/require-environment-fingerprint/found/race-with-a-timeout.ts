import { createPool } from 'mysql2/promise'
import { validateEnvironmentFingerprint } from '@acme/safety'
await Promise.race([validateEnvironmentFingerprint('production'), new Promise(resolve => setTimeout(resolve, 5000))])
const pool = createPool(process.env.URL!) // expect: require-environment-fingerprint
await pool.execute('DELETE FROM x')
