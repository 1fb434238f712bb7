import postgres from 'postgres'
const sql = postgres()
await sql.begin(async tx => [
  await tx`select pg_advisory_xact_lock(42)`,
  await tx`insert into flags ${tx([{ name: 'beta' }])}`, // expect: no-unlisted-mutation-scripts
])
