import { createConnection } from 'typeorm'
const isProduction = process.env.NODE_ENV === 'production'
if (isProduction && !process.env.CI) throw new Error('CI only')
createConnection().then(async (connection) => { // expect: require-ci-guard
  await connection.query('DELETE FROM sessions')
})
