import { Client } from 'pg'

await new Client('postgres://app:pw@localhost/product_catalog').connect()
await new Client({ host: process.env.PRODUCT_DB_HOST, database: process.env.REPRODUCTION_DB }).connect()
