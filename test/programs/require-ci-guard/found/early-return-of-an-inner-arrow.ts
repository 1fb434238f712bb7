import postgres from 'postgres'
const sql = postgres(process.env.DATABASE_URL!)
const check = () => {
  if (process.env.CI !== 'true') return
  console.log('in CI')
}
check()
await sql`update orders set state = 'closed' where state = 'stale'` // expect: require-ci-guard
