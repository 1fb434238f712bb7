import { createConnection } from 'mysql2/promise'

const URLS = {
  local: 'mysql://root@localhost/shop',
  production: 'mysql://app:Xk2@mysql.prod.shoplane.com/shop', // expect: no-production-database-url
}
await createConnection(URLS[process.env.STAGE as 'local'])
