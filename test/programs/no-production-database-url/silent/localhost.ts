import { Client } from 'pg'

await new Client('postgres://postgres:postgres@localhost:5432/shop_production').connect()
await new Client('postgres://postgres:postgres@127.0.0.1:5432/shop').connect()
