import { Pool } from 'pg'
switch (process.env.CI) {
  case 'true':
    break
  case 'local':
    console.warn('local run')
    break
  default:
    throw new Error('CI only')
}
await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
