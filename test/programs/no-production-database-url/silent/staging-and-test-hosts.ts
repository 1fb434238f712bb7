import { Client } from 'pg'

await new Client('postgres://app:pw@db.staging.acmeshop.io/shop').connect()
await new Client('postgres://app:pw@dev-shop.cx3k.eu-west-1.rds.amazonaws.com/shop').connect()
await new Client('postgres://app:pw@test-db.acmeshop.io/shop_production_copy_test').connect()
