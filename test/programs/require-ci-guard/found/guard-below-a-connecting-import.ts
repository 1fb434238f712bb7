import { enforceCi } from '../lib/ci'
enforceCi()
import '../lib/connect' // expect: require-ci-guard
// file: lib/ci.ts
export function enforceCi() {
  if (process.env.CI !== 'true') process.exit(1)
}
// file: lib/connect.ts
import { Client } from 'pg'
await new Client().connect()
