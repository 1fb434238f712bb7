import { Client } from 'pg'

const client = new Client('postgresql://deploy:h8sK2@db.prod.acmeshop.io:5432/shop') // expect: no-production-database-url
await client.connect()
