// file: test/db.test.ts
import { Client } from 'pg'

await new Client('postgres://app:pw@db.prod.acmeshop.io/shop').connect()
// file: src/url.spec.ts
export const SAMPLE = 'postgres://app:pw@db.prod.acmeshop.io/shop'
