import { createConnection } from 'mysql2/promise'

const targets = (process.env.TARGETS ?? '').split(',')

const connection = await createConnection(process.env.MYSQL_URL!) // expect: require-ci-guard
for (const target of targets) {
  if (process.env.CI !== 'true') {
    console.log('skip', target)
    continue
  }
  await connection.execute('UPDATE shops SET synced_at = NULL WHERE code = ?', [target])
}
await connection.end()
