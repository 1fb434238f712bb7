import { Pool } from 'pg'
function runsInCi(): boolean {
  if (process.env.CI === 'true') return true
  return process.env.USER === 'deploy'
}
if (!runsInCi()) throw new Error('CI only')
await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
