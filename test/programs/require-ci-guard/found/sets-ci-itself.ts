import { Pool } from 'pg'
process.env.CI = 'true'
if (process.env.CI !== 'true') throw new Error('CI only')
await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
