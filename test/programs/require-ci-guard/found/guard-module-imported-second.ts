import '../lib/connect' // expect: require-ci-guard
import '../lib/ci-only'
// file: lib/ci-only.ts
if (!process.env.CI) {
  throw new Error('CI only')
}
// file: lib/connect.ts
import { Client } from 'pg'
await new Client().connect()
