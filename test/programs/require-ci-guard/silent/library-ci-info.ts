import { isCI } from 'ci-info'
import { Pool } from 'pg'
if (!isCI) process.exit(1)
await new Pool().query('DELETE FROM sessions')
