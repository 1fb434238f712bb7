import { Pool } from 'pg'
async function withCi(work: () => Promise<void>) {
  await work()
  if (process.env.CI !== 'true') throw new Error('CI only')
}
await withCi(async () => {
  await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
})
