import { Pool } from 'pg'
console.assert(process.env.CI === 'true', 'CI only')
await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
