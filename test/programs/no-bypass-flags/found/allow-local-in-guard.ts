import { createClient } from '@libsql/client'
import { isCI } from 'ci-info'

const allowLocal = process.env.ALLOW_LOCAL_RUN === 'true' // expect: no-bypass-flags

if (!isCI && !allowLocal) {
  console.error('refusing to run on a laptop')
  process.exit(1)
}

const client = createClient({ url: process.env.TURSO_URL!, authToken: process.env.TURSO_TOKEN })
await client.batch(['DELETE FROM drafts', 'DELETE FROM draft_tags'], 'write')
