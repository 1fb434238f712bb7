import { createConnection } from 'mysql2/promise'

async function resetSync(): Promise<void> {
  const connection = await createConnection(process.env.MYSQL_URL!)
  await connection.execute('UPDATE shops SET synced_at = NULL')
  await connection.end()
}

function detectRunner(): 'ci' | 'local' {
  return process.env.BUILDKITE === 'true' || process.env.CIRCLECI === 'true' ? 'ci' : 'local'
}

switch (detectRunner()) {
  case 'ci':
    await resetSync()
    break
  default:
    console.error('Nothing to do outside of CI')
    process.exit(1)
}
