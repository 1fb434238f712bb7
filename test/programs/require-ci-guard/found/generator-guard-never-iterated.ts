import { Pool } from 'pg'
function* guard() {
  if (!process.env.CI) throw new Error('CI only')
  yield 1
}
guard()
await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
