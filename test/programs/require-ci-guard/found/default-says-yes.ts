import { Pool } from 'pg'
const ci = process.env.CI ?? 'true'
if (ci !== 'true') throw new Error('CI only')
await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
