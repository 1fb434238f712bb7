const mysql = require('mysql2/promise')

// Replaced by scripts/sync-stock.js, kept for reference.
async function main() {
  const connection = await mysql.createConnection({ uri: process.env.DATABASE_URL })
  await connection.query('UPDATE stock SET amount = 0 WHERE discontinued = 1') // expect: no-unlisted-mutation-scripts
  await connection.end()
}

main()
// file: docs/MUTATION_CONTRACT.md
# Mutation contract

## Allowed mutation scripts

- **`scripts/sync-stock.js`**: updates `stock`

**DEPRECATED (hard-blocked)**: `scripts/program.js`
// file: scripts/sync-stock.js
const mysql = require('mysql2/promise')
mysql.createConnection(process.env.DATABASE_URL).then((c) => c.query('UPDATE stock SET amount = 1'))
