import postgres from 'postgres'
const sql = postgres()
let round = 0
do {
  if (round++ === 0) continue
  if (!process.env.CI) process.exit(1)
} while (round < 1)
await sql`delete from carts` // expect: require-ci-guard
