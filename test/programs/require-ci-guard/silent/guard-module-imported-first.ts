import '../lib/ci-only'
import '../lib/connect'
// file: lib/ci-only.ts
if (!process.env.CI) {
  throw new Error('CI only')
}
// file: lib/connect.ts
import { Client } from 'pg'
await new Client().connect()
